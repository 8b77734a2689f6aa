import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { curvesFigure, type CurvesPanel } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const RUN = { name: 'seed 1', validation: [0.1, 0.4] };
const SGD: CurvesPanel = {
  title: 'Figure 5',
  caption: 'profile study, 2 seeds',
  runs: [RUN, { name: 'seed 2', validation: [0.2, 0.3] }],
  reported: { validation: [0.5, 0.6, 0.7, 0.8], training: [0.4, 0.5, 0.6, 0.7] },
};
const NONE: CurvesPanel = { title: 'Figure 8', caption: 'not run', runs: [] };

describe('curvesFigure', () => {
  it("draws the report's curve first, thick and grey, so that it lies behind ours", () => {
    const figure = curvesFigure([SGD]);
    const names = figure.data.map((_, index) => field(figure, index, 'name'));
    assert.deepEqual(names, [
      'report, training',
      'report, validation',
      'range of seeds, validation',
      'seed 1, validation',
      'seed 2, validation',
    ]);
    const [, report, , ours, other] = names.map((_, index) => field(figure, index, 'line')) as {
      color: string;
      width: number;
      dash: string;
    }[];
    assert.equal(report.color, '#8a8a8a');
    assert.ok(report.width > ours.width);
    assert.notEqual(ours.dash, other.dash);
    assertPlainJson(figure);
  });

  it('gives each panel axes of its own with one range, and each name one place in the legend', () => {
    const figure = curvesFigure([SGD, { ...SGD, title: 'Figure 6' }, NONE]);
    assert.deepEqual(
      figure.data.map((_, index) => [field(figure, index, 'xaxis'), field(figure, index, 'showlegend')]),
      [...Array<unknown>(5).fill(['x', true]), ...Array<unknown>(5).fill(['x2', false])],
    );
    const { xaxis, xaxis2, xaxis3, yaxis, yaxis3 } = figure.layout;
    assert.deepEqual(xaxis?.range, [Math.log10(0.9), Math.log10(4.4)]);
    assert.deepEqual(xaxis2?.range, xaxis.range);
    assert.deepEqual(xaxis3?.domain, xaxis.domain);
    assert.ok(yaxis?.domain?.at(0) !== undefined && yaxis.domain[0] > yaxis3!.domain![1]);
    assert.equal(xaxis.title?.text, '');
    assert.equal(xaxis2.title?.text, 'epoch (logarithmic)');
  });

  it("draws the report's highest accuracy as a line over all epochs where no curve is known", () => {
    const figure = curvesFigure([SGD, { ...NONE, reportedBest: 0.936 }]);
    const line = figure.data.findIndex((_, index) => field(figure, index, 'name') === 'report, highest');
    assert.deepEqual(field(figure, line, 'x'), [0.5, 4.5]);
    assert.deepEqual(field(figure, line, 'y'), [0.936, 0.936]);
    assert.match(figure.description, /report at most 93\.60 %\.$/);
    assertPlainJson(figure);
  });

  it('says what was not run, in the panel and in the description', () => {
    const figure = curvesFigure([SGD, NONE]);
    assert.match(String(figure.layout.annotations?.at(1)?.text), /<b>Figure 8<\/b><br>not run/);
    assert.match(
      figure.description,
      /seed 1 at most 40\.00 %.*; Figure 8 \(not run\), validation: no curve\.$/,
    );
  });

  it('starts a linear axis before the first epoch and names what was measured', () => {
    const figure = curvesFigure([{ ...SGD, reported: undefined }], { scale: 'linear', measured: 'test' });
    assert.deepEqual(figure.layout.xaxis?.range, [0.5, 2.5]);
    assert.equal(field(figure, 0, 'name'), 'range of seeds, test');
    assert.equal(field(figure, 1, 'name'), 'seed 1, test');
    assert.equal(field(figure, 1, 'mode'), 'lines+markers');
  });

  it('names the option that is out of range', () => {
    assert.throws(() => curvesFigure([]), /panels is empty/);
    assert.throws(() => curvesFigure([NONE], { columns: 0 }), /columns must be .*, got 0/);
  });
});
