import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toomCook } from '../../lib/kernels/toomCook';
import { winogradAxis } from '../../lib/kernels/winogradAxis';

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * vector[index], 0));

function assertClose(actual: readonly number[], expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, index) => {
    assert.ok(Math.abs(value - expected[index]) < 1e-9, `${actual.join(' ')}, not ${expected.join(' ')}`);
  });
}

describe('toomCook', () => {
  const signal = [3, -1, 4, 1, -5, 9];
  const filter = [2, 7, -1];
  const plain = (outputs: number): number[] =>
    Array.from({ length: outputs }, (_, at) =>
      filter.reduce((sum, factor, index) => sum + factor * signal[at + index], 0),
    );

  for (const [outputs, points] of [
    [2, [0, 1, -1]],
    [3, [0, 1, -1, 2]],
    [4, [0, 1, -1, 2, -2]],
    [4, [0, Math.SQRT1_2, -Math.SQRT1_2, Math.SQRT2, -Math.SQRT2]],
  ] as const) {
    it(`gives ${outputs} correlations with ${points.length + 1} products, at ${points.map((point) => point.toFixed(2)).join(' ')}`, () => {
      const { input, filter: spread, output } = toomCook(outputs, 3, points);
      const factors = times(spread, filter);
      const products = times(input, signal.slice(0, outputs + 2)).map(
        (value, index) => value * factors[index],
      );
      assertClose(times(output, products), plain(outputs));
    });
  }

  it('refuses too few points, and says how many it wants', () => {
    assert.throws(() => toomCook(4, 3, [0, 1]), /points must be 5 for 4 outputs and a filter of 3, got 2/);
  });
});

describe('winogradAxis', () => {
  const rowsOf = (values: readonly number[], width: number): number[][] =>
    Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));

  for (const [size, before, outputSize, step] of [
    [18, 0, 16, 4],
    [7, 0, 5, 2],
    [9, 0, 7, 4],
    [38, 1, 38, 4],
    [3, 0, 1, 2],
    [4, 1, 4, 4],
  ] as const) {
    it(`does a row of ${size}, ${before} zero before it, in tiles of ${step}`, () => {
      const { products, tiles, input, output, filter } = winogradAxis(size, { outputSize, before });
      assert.equal(products, step + 2);
      const signal = Array.from({ length: size }, (_, at) => ((at * 7) % 11) - 5);
      const factors = [2, 7, -1];
      const spread = times(filter, factors);
      const all = times(rowsOf(input, size), signal);
      const multiplied = all.map((value, index) => value * spread[Math.floor(index / tiles)]);
      const padded = [...Array<number>(before).fill(0), ...signal, 0, 0];
      assertClose(
        times(rowsOf(output, products * tiles), multiplied),
        Array.from({ length: outputSize }, (_, at) =>
          factors.reduce((sum, factor, index) => sum + factor * padded[at + index], 0),
        ),
      );
    });
  }
});
