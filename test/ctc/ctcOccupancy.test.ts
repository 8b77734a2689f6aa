import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ctcOccupancy, type ColumnProbabilities } from 'captcha-lab/ctc';
import { randomColumns as columns } from './randomColumns';

/** The same by trying every path: for each place and column the share of the paths that write the place there. */
function byTrying({ steps, values }: ColumnProbabilities, labels: readonly number[]): number[][] {
  const shares = labels.map(() => new Array<number>(steps).fill(0));
  let all = 0;
  for (let code = 0; code < 3 ** steps; code++) {
    const path = Array.from({ length: steps }, (_, step) => Math.floor(code / 3 ** step) % 3);
    const starts = path.map((label, step) => label !== 2 && (step === 0 || path[step - 1] !== label));
    if (path.filter((_, step) => starts[step]).join() !== labels.join()) continue;
    const share = path.reduce((product, label, step) => product * values[step * 3 + label], 1);
    all += share;
    let place = -1;
    path.forEach((label, step) => {
      if (starts[step]) place++;
      if (label !== 2) shares[place][step] += share;
    });
  }
  return shares.map((row) => row.map((share) => share / all));
}

describe('ctcOccupancy', () => {
  it('tells which columns write each character, as trying all paths does, repeats included', () => {
    for (const labels of [[0], [0, 1], [1, 1], [0, 1, 1]]) {
      for (let seed = 1; seed <= 5; seed++) {
        const seven = columns(7, seed);
        const expected = byTrying(seven, labels);
        ctcOccupancy(seven, labels).forEach((row, place) => {
          row.forEach((share, step) => {
            const wanted = expected[place][step];
            assert.ok(
              Math.abs(share - wanted) < 1e-9,
              `${labels.join()}: ${place} ${step}: ${share}, ${wanted}`,
            );
          });
        });
      }
    }
  });

  it('does not underflow over many columns', () => {
    const rows = ctcOccupancy(columns(3000, 1), [0, 1]);
    assert.ok(rows.every((row) => row.every(Number.isFinite) && row.some((share) => share > 0)));
  });

  it('is 0 throughout for a text that the columns cannot hold', () => {
    assert.deepEqual(ctcOccupancy(columns(2, 1), [0, 0]), [new Float64Array(2), new Float64Array(2)]);
  });
});
