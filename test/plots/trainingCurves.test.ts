import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trainingCurves } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

const HISTORY = {
  accuracy: [0.5, 0.75],
  loss: [1.5, 0.8],
  validationAccuracy: [0.4, 0.6],
  validationLoss: [2, NaN],
};

describe('trainingCurves', () => {
  it('tells training from validation by dash as well as by colour', () => {
    const figure = trainingCurves(HISTORY);
    const styles = [0, 1].map((trace) => field(figure, trace, 'line') as { dash: string; color: string });
    assert.deepEqual(
      styles.map(({ dash }) => dash),
      ['dash', 'solid'],
    );
    assert.notEqual(styles[0].color, styles[1].color);
    assertPlainJson(figure);
  });

  it('leaves a gap where the loss was not a number', () => {
    assert.deepEqual(field(trainingCurves(HISTORY), 3, 'y'), [2, null]);
  });

  it('puts epochs from 1 on, and keeps the axis still while a run grows', () => {
    const figure = trainingCurves(HISTORY, { epochs: 10 });
    assert.deepEqual(field(figure, 0, 'x'), [1, 2]);
    assert.deepEqual(figure.layout.xaxis?.range, [0.5, 10.5]);
    assert.equal(figure.layout.xaxis.dtick, 1);
  });

  it("draws the report's curve in grey and below ours", () => {
    const figure = trainingCurves(HISTORY, { reported: { validationAccuracy: [0.1, 0.2, 0.3] } });
    assert.equal(field(figure, 0, 'name'), 'report, validation');
    assert.equal((field(figure, 0, 'line') as { color: string }).color, '#8a8a8a');
    assertPlainJson(figure);
  });

  it('draws a run that has not finished an epoch', () => {
    assertPlainJson(trainingCurves({ accuracy: [], loss: [] }));
  });

  it('says where the validation accuracy ended, or the training accuracy where there is no other', () => {
    assert.match(trainingCurves(HISTORY).description, /2 epochs of training; last accuracy 60\.00 %\.$/);
    assert.match(trainingCurves({ accuracy: [0.5], loss: [1] }).description, /last accuracy 50\.00 %\.$/);
  });

  it('refuses curves of different lengths', () => {
    assert.throws(
      () => trainingCurves({ accuracy: [1], loss: [1, 2] }),
      /loss has 2 epochs but accuracy has 1/,
    );
  });
});
