import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { median, summarizeCase } from '../../scripts/bench/summarizeCase';
import { benchCase, contestant } from './madeUp';

describe('median', () => {
  it('is the value in the middle, or between the two in the middle', () => {
    assert.equal(median([30, 1, 2]), 2);
    assert.equal(median([10, 1, 2, 3]), 2.5);
    assert.equal(median([7]), 7);
  });
});

describe('summarizeCase', () => {
  it('gives medians, extremes, and the ratio to the fastest peer with its range over the rounds', () => {
    const { ours, ratio } = summarizeCase(
      benchCase({
        contestants: [
          contestant('captcha-lab', 'ours', [2, 4, 2]),
          contestant('slow', 'peer', [9, 9, 9]),
          contestant('fast', 'peer', [3, 2, 6]),
        ],
      }),
    );
    assert.deepEqual([ours.value, ours.low, ours.high, ours.cpu], [2, 2, 4, 4]);
    assert.deepEqual(ratio, { peer: 'fast', value: 1.5, low: 0.5, high: 3, cpu: 1.5 });
  });

  it('takes the peer and the number that the case names', () => {
    const { ratio } = summarizeCase(
      benchCase({
        measure: 'medianMs',
        against: 'slow',
        contestants: [
          contestant('captcha-lab', 'ours', [1], { medianMs: 5 }),
          contestant('slow', 'peer', [1], { medianMs: 20 }),
          contestant('fast', 'peer', [1], { medianMs: 1 }),
        ],
      }),
    );
    assert.deepEqual([ratio?.peer, ratio?.value], ['slow', 4]);
  });

  it('holds our speed against the best product of matrices', () => {
    const { peakShare } = summarizeCase(
      benchCase({
        flopsPerExample: 3e8,
        contestants: [
          contestant('captcha-lab', 'ours', [2, 1, 2], { examples: 400 }),
          {
            ...contestant('products', 'peak', [1]),
            repetitions: [80, 120, 60].map((gflops) => ({ wall: 1, cpu: 1, gflops })),
          },
        ],
      }),
    );
    assert.equal(peakShare, (200 * 3e8) / 120e9);
  });

  it('calls a target met when all parts are, and says nothing without a peer', () => {
    const met = (value: number, target: object, gflops = 1) =>
      summarizeCase(
        benchCase({
          target,
          flopsPerExample: 5e8,
          contestants: [
            contestant('captcha-lab', 'ours', [1], { examples: 1 }),
            contestant('Keras', 'peer', [value]),
            contestant('products', 'peak', [1], { gflops }),
          ],
        }),
      ).met;
    assert.deepEqual([met(1.5, { ratio: 1.5 }), met(1.4, { ratio: 1.5 })], [true, false]);
    assert.equal(met(2, { ratio: 1.5, peakShare: 0.6 }), false);
    assert.equal(met(2, { ratio: 1.5, peakShare: 0.6 }, 0.5), true);
    assert.equal(met(2, {}), undefined);
    const alone = benchCase({ target: { ratio: 1 }, contestants: [contestant('captcha-lab', 'ours', [1])] });
    assert.equal(summarizeCase(alone).met, undefined);
  });

  it('holds memory to its limit', () => {
    const stage = (peakMiB: number) =>
      benchCase({
        measure: 'peakMiB',
        target: { peakMiB: 1000 },
        contestants: [contestant('captcha-lab', 'ours', [1], { peakMiB })],
      });
    assert.deepEqual([summarizeCase(stage(1000)).met, summarizeCase(stage(1001)).met], [true, false]);
  });

  it('refuses a repetition without the number that is compared', () => {
    const lacking = benchCase({ measure: 'medianMs', contestants: [contestant('captcha-lab', 'ours', [1])] });
    assert.throws(() => summarizeCase(lacking), /case made-up: captcha-lab must state medianMs/);
  });
});
