import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDuration, formatProgress } from 'captcha-lab/training';

const progress = {
  epoch: 3,
  epochs: 15,
  batch: 120,
  batches: 320,
  loss: 1.23456,
  accuracy: 0.6123,
  examplesPerSecond: 811.7,
  secondsLeft: 12.4,
};

describe('formatProgress', () => {
  it('puts everything on one line', () => {
    assert.equal(
      formatProgress(progress),
      'epoch 3/15 ██████░░░░░░░░░░ 120/320 loss 1.235 acc 61.2% 812 ex/s 12 s left',
    );
  });

  it('fills the bar as the epoch goes on, never more than full', () => {
    const bar = (batch: number): string =>
      formatProgress({ ...progress, batch }, { barWidth: 4 }).split(' ')[2];
    assert.deepEqual([0, 40, 160, 320].map(bar), ['░░░░', '█░░░', '██░░', '████']);
  });

  it('shows a loss that is not a number as such', () => {
    assert.match(formatProgress({ ...progress, loss: NaN }), /loss NaN /);
  });
});

describe('formatDuration', () => {
  it('uses the two largest units that matter', () => {
    assert.deepEqual([0, 59.4, 59.6, 185, 3599.7, 7620].map(formatDuration), [
      '0 s',
      '59 s',
      '1 min 00 s',
      '3 min 05 s',
      '1 h 00 min',
      '2 h 07 min',
    ]);
  });
});
