import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fromRows } from 'captcha-lab/image';
import {
  accuracyBars,
  confusionFigure,
  curvesFigure,
  fitFigure,
  imageGridFigure,
  lineFigure,
  type Figure,
} from 'captcha-lab/plots';

const PANELS = curvesFigure(
  [1, 2, 3].map((number) => ({
    title: `Figure ${number}`,
    caption: 'quick',
    runs: [{ name: 'seed 1', validation: [0.1, 0.2] }],
  })),
);

const titleOf = ({ layout }: Figure): { text: string; y: number } =>
  layout.title as { text: string; y: number };

describe('fitFigure', () => {
  it('leaves a figure as it is where all of it fits', () => {
    for (const figure of [PANELS, confusionFigure([[1]], { labels: ['a'] })])
      assert.deepEqual(fitFigure(figure, { width: 900 }), figure);
  });

  it('breaks names of categories that leave bars no room, in all series alike', () => {
    const figure = accuracyBars([
      {
        label: 'a bar with a name that is too long for a telephone',
        value: 0.5,
        interval: { low: 0.4, high: 0.6 },
      },
      { label: 'short', value: 1 },
    ]);
    const names = ({ data }: Figure): unknown[] => data.map((trace) => (trace as { y: unknown }).y);
    const long = 'a bar with a<br>name that is too<br>long for a<br>telephone';
    assert.deepEqual(names(fitFigure(figure, { width: 358 })), [[long, 'short'], [long]]);
    assert.equal(fitFigure(figure, { width: 358 }).layout.height, figure.layout.height! + 24);
    assert.deepEqual(fitFigure(figure, { width: 1100 }), figure);
  });

  it('breaks a heading that would be cut, and makes as much room as its lines take', () => {
    const figure = lineFigure([{ name: 'a', y: [1, 2] }], {
      title: 'a heading that is too long for a telephone held upright',
      xTitle: 'x',
      yTitle: 'y',
    });
    const narrow = fitFigure(figure, { width: 358 });
    assert.equal(titleOf(narrow).text, 'a heading that is too long for a<br>telephone held upright');
    assert.equal(narrow.layout.height, (figure.layout.height ?? 0) + 21);
    assert.equal(narrow.layout.margin!.t, figure.layout.margin!.t! + 21);
  });

  it('puts panels below one another where each would be too narrow, each with its title, and keeps their height', () => {
    const { layout } = fitFigure(PANELS, { width: 358 });
    assert.deepEqual(
      [layout.xaxis, layout.xaxis2, layout.xaxis3].map((axis) => axis!.domain),
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    );
    const domains = [layout.yaxis, layout.yaxis2, layout.yaxis3].map((axis) => axis!.domain!);
    assert.ok(domains[0][0] > domains[1][1] && domains[1][0] > domains[2][1], JSON.stringify(domains));
    const { t, b } = layout.margin as { t: number; b: number };
    const before =
      (PANELS.layout.yaxis!.domain![1] - PANELS.layout.yaxis!.domain![0]) * (PANELS.layout.height! - t - b);
    for (const [low, high] of domains)
      assert.ok(Math.abs((high - low) * (layout.height! - t - b) - before) < 1);
    assert.deepEqual(layout.yaxis2!.title, layout.yaxis!.title);
  });

  it('keeps a bar of totals beside its matrix', () => {
    const figure = confusionFigure(
      [
        [3, 1],
        [0, 4],
      ],
      { labels: ['a', 'b'] },
    );
    assert.deepEqual(fitFigure(figure, { width: 358 }).layout.xaxis, figure.layout.xaxis);
  });

  it('makes a grid of pictures lower as it becomes narrower', () => {
    const figure = imageGridFigure(
      Array.from({ length: 32 }, () =>
        fromRows([
          [0, 255],
          [255, 0],
          [0, 0],
        ]),
      ),
      { scale: 30, columns: 8 },
    );
    const narrow = fitFigure(figure, { width: 358 });
    assert.equal(narrow.layout.width, 358);
    const { t, b, l, r } = figure.layout.margin as Record<string, number>;
    const share = (358 - l - r) / (figure.layout.xaxis!.range![1] as number);
    assert.ok(Math.abs(narrow.layout.height! - (t + b + (figure.layout.height! - t - b) * share)) < 10);
  });

  it('leaves its input alone, and refuses a width that is none', () => {
    const before = structuredClone(PANELS);
    fitFigure(PANELS, { width: 300 });
    assert.deepEqual(PANELS, before);
    assert.throws(() => fitFigure(PANELS, { width: 0 }), /width must be a number of pixels above 0, got 0/);
  });
});
