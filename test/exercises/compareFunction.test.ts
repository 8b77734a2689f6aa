import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareFunction, type Comparison } from '../../lib/exercises/compareFunction';
import { ExerciseError } from '../../lib/exercises/exerciseError';
import { todo } from '../../lib/exercises/todo';

const doubling: Comparison<[number[]], number[]> = {
  name: 'Doubling',
  reference: (values) => values.map((value) => 2 * value),
  cases: [[[0]], [[1, 3]]],
  random: (random) => [[random.integer(9), random.integer(9)]],
  suspects: [
    { mine: (values) => values.map((value) => value * value), says: 'You square.' },
    { mine: (values) => values, says: 'You change nothing.' },
  ],
};

function complaint(mine: (values: number[]) => number[]): string {
  try {
    compareFunction(mine, doubling);
  } catch (error) {
    if (error instanceof ExerciseError) return error.message;
    throw error;
  }
  return assert.fail('it passed');
}

describe('compareFunction', () => {
  it('counts what agreed', () => {
    const said = compareFunction((values) => values.map((value) => value + value), doubling);
    assert.equal(said, '✓ Doubling: 2 written-out cases and 100 random ones agree.');
  });

  it('shows the first input that differs, both results and the mistake', () => {
    assert.equal(
      complaint((values) => values.map((value) => value ** 2)),
      '✗ Doubling: written-out case 2 of 2, input [1, 3]\nAt index 0: yours 1, expected 2.\nYou square.',
    );
  });

  it('calls several inputs by their names', () => {
    const scaled: Comparison<[number[][], number], number[][]> = {
      name: 'Scaling',
      inputs: ['table', 'factor'],
      reference: (table, factor) => table.map((row) => row.map((value) => factor * value)),
      cases: [[[[1, 2]], 3]],
      suspects: [],
    };
    assert.throws(() => compareFunction((table, factor) => table.map(([one]) => [factor * one, 0]), scaled), {
      message:
        '✗ Scaling: written-out case 1 of 1, input table = \n  1 2\nfactor = 3\n' +
        'In row 0, column 1 (counted from 0): yours 0, expected 6.',
    });
  });

  it('names no mistake that does not explain every result', () => {
    const said = complaint((values) => (values.length === 1 ? values : values.map((value) => value ** 3)));
    assert.doesNotMatch(said, /You/);
  });

  it('goes on to random inputs where the written-out ones agree', () => {
    const said = complaint((values) => (values.join() === '1,3' ? [2, 6] : values));
    assert.match(said, /^✗ Doubling: random case \d+, input \[/);
  });

  it('passes on that nothing was written yet', () => {
    assert.equal(
      complaint(() => todo()),
      'Not done yet: write your own code where todo() stands, and run the cell again.',
    );
  });

  it('says when a function returns nothing, throws, or is no function', () => {
    assert.match(
      complaint((() => undefined) as unknown as (values: number[]) => number[]),
      /returns nothing/,
    );
    assert.match(
      complaint(() => {
        throw new Error('oops');
      }),
      /Your function throws: oops/,
    );
    assert.match(
      complaint(5 as unknown as (values: number[]) => number[]),
      /takes the function itself.+got 5/,
    );
  });

  it('says when the input was changed, though the result is right', () => {
    const said = complaint((values) => {
      values.forEach((value, i) => (values[i] = 2 * value));
      return [...values];
    });
    assert.match(said, /changed its input/);
  });

  it('is not misled by a list that is too short or holds something else', () => {
    assert.match(
      complaint(() => []),
      /has 0 items.+expected 1/,
    );
    assert.match(
      complaint(() => ['x' as unknown as number]),
      /yours is string "x", expected the number 0/,
    );
  });
});
