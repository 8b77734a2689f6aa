import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accuracyAgainstSize, type SizeSeries } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const OURS: SizeSeries = {
  name: 'from scratch',
  points: [
    { size: 1000, value: 0.9, interval: { low: 0.85, high: 0.93 } },
    { size: 10, value: 0.25 },
    { size: 100, value: 0.5 },
  ],
};
const OTHERS: SizeSeries = { name: 'from handwriting', points: [{ size: 0, value: 0.4 }] };
const REPORT: SizeSeries = { name: 'report', source: 'report', points: [{ size: 1000, value: 0.92 }] };

describe('accuracyAgainstSize', () => {
  it('joins points in the order of their sizes, at their logarithms', () => {
    const figure = accuracyAgainstSize([OURS]);
    assert.deepEqual(field(figure, 0, 'x'), [1, 2, 3]);
    assert.deepEqual(field(figure, 0, 'y'), [0.25, 0.5, 0.9]);
    assert.deepEqual(field(figure, 0, 'text'), ['10', '100', '1000']);
    assert.deepEqual(figure.layout.xaxis?.tickvals, [1, 2, 3]);
    assert.deepEqual(figure.layout.xaxis.ticktext, ['10', '100', '1000']);
    assert.equal(figure.layout.annotations, undefined);
    assertPlainJson(figure);
  });

  it('leaves the points it is given in their order', () => {
    accuracyAgainstSize([OURS]);
    assert.deepEqual(
      OURS.points.map(({ size }) => size),
      [1000, 10, 100],
    );
  });

  it('places 0 left of the smallest other size on a logarithmic axis, behind a cut', () => {
    const figure = accuracyAgainstSize([OURS, OTHERS]);
    // A sixth of the two decades from 10 to 1000.
    const [zero] = field(figure, 1, 'x') as number[];
    assert.ok(Math.abs(zero - (1 - 1 / 3)) < 1e-12);
    assert.deepEqual(figure.layout.xaxis?.ticktext, ['0', '10', '100', '1000']);
    const [cut] = figure.layout.annotations!;
    assert.equal(cut.text, '//');
    assert.ok(Math.abs((cut.x as number) - (1 - 1 / 6)) < 1e-12);
    assertPlainJson(figure);
  });

  it('needs neither logarithm nor cut on a linear axis, nor where 0 is the only size', () => {
    const linear = accuracyAgainstSize([OURS, OTHERS], { scale: 'linear' });
    assert.deepEqual(field(linear, 0, 'x'), [10, 100, 1000]);
    assert.deepEqual(field(linear, 1, 'x'), [0]);
    const only = accuracyAgainstSize([OTHERS]);
    assert.deepEqual(field(only, 0, 'x'), [0]);
    assert.deepEqual([linear.layout.annotations, only.layout.annotations], [undefined, undefined]);
  });

  it('leaves out numbers below the axis that would touch', () => {
    const figure = accuracyAgainstSize([OURS, OTHERS], { scale: 'linear' });
    assert.deepEqual(figure.layout.xaxis?.ticktext, ['0', '1000']);
  });

  it('keeps all points within the axis', () => {
    for (const series of [[OURS, OTHERS], [OURS], [OTHERS], [REPORT]]) {
      for (const scale of ['log', 'linear'] as const) {
        const figure = accuracyAgainstSize(series, { scale });
        const [low, high] = figure.layout.xaxis?.range as [number, number];
        const all = series.flatMap((_, index) => field(figure, index, 'x') as number[]);
        assert.ok(
          all.every((x) => x > low && x < high),
          `${series.map(({ name }) => name).join()} ${scale}`,
        );
      }
    }
  });

  it('tells series apart by colour, dash and marker, and draws the report grey with diamonds', () => {
    const figure = accuracyAgainstSize([REPORT, OURS, OTHERS]);
    const styles = [0, 1, 2].map((index) => {
      const { color, dash } = field(figure, index, 'line') as { color: string; dash: string };
      return [color, dash, (field(figure, index, 'marker') as { symbol: string }).symbol];
    });
    assert.deepEqual(styles, [
      ['#8a8a8a', 'solid', 'diamond-open'],
      ['#0072b2', 'solid', 'circle'],
      ['#d55e00', 'dash', 'square'],
    ]);
  });

  it('draws whiskers where an interval is known only', () => {
    const figure = accuracyAgainstSize([OURS, REPORT]);
    const [ours, theirs] = [0, 1].map(
      (index) =>
        field(figure, index, 'error_y') as { visible: boolean; array: number[]; arrayminus: number[] },
    );
    assert.deepEqual([ours.visible, theirs.visible], [true, false]);
    assert.deepEqual(
      [...ours.array, ...ours.arrayminus].map((value) => Number(value.toFixed(9))),
      [0, 0, 0.03, 0, 0, 0.05],
    );
  });

  it('takes the title of the axis as an option and names the scale', () => {
    const titles = (['log', 'linear'] as const).map((scale) => {
      const { layout } = accuracyAgainstSize([OURS], { scale, xTitle: 'labelled CAPTCHAs (count)' });
      return layout.xaxis?.title as unknown as { text: string };
    });
    assert.deepEqual(
      titles.map(({ text }) => text),
      ['labelled CAPTCHAs (count), logarithmic', 'labelled CAPTCHAs (count)'],
    );
  });

  it('refuses nothing, sizes that are no counts, and percentages', () => {
    const one = (point: object): SizeSeries => ({ name: 'a', points: [{ size: 1, value: 0.5, ...point }] });
    assert.throws(() => accuracyAgainstSize([]), /series is empty/);
    assert.throws(() => accuracyAgainstSize([{ name: 'a', points: [] }]), /a has no points/);
    assert.throws(() => accuracyAgainstSize([one({ size: -1 })]), /sizes of a must be .* got -1\./);
    assert.throws(() => accuracyAgainstSize([one({ size: 1.5 })]), /got 1\.5\./);
    assert.throws(() => accuracyAgainstSize([one({ value: 50 })]), /a at 1 must have .* got 50, 50 and 50/);
    assert.throws(() => accuracyAgainstSize([one({ value: NaN })]), /got NaN/);
    assert.throws(
      () => accuracyAgainstSize([one({ interval: { low: 0.6, high: 0.7 } })]),
      /got 0\.6, 0\.5 and 0\.7/,
    );
    const twice = { name: 'a', points: [...one({}).points, ...one({}).points] };
    assert.throws(() => accuracyAgainstSize([twice]), /got 1 twice/);
  });
});
