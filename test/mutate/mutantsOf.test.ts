import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInThisContext } from 'node:vm';
import { mutantsOf } from '../../scripts/mutate/mutantsOf';
import { withMarks, withMutant } from '../../scripts/mutate/withMarks';

const changes = (source: string): string[] => mutantsOf(source).map((mutant) => withMutant(source, mutant));

describe('mutantsOf', () => {
  it('changes signs, comparisons, conditions, logic, defaults, constants, roundings and calls, one at a time', () => {
    assert.deepEqual(changes('x = a + b;'), ['x = a - b;']);
    assert.deepEqual(changes('x = a < b;'), ['x = a <= b;', 'x = a >= b;']);
    assert.deepEqual(changes('if (a) b;'), ['if (!(a)) b;']);
    assert.deepEqual(changes('x = a && b;'), ['x = a || b;']);
    assert.deepEqual(changes('x = a ?? b;'), ['x = b;']);
    assert.deepEqual(changes('x = 7;'), ['x = 8;']);
    assert.deepEqual(changes('x = Math.min(a, b);'), ['x = Math.max(a, b);']);
    assert.deepEqual(changes('check(a);'), ['void 0;']);
    assert.deepEqual(changes("type K = 'a' | 'b'; function f(k: K = 'a') {}"), [
      "type K = 'a' | 'b'; function f(k: K = 'b') {}",
    ]);
  });

  it('leaves types, imports, texts and what is thrown alone', () => {
    for (const source of [
      'type T = 1 | 2;',
      "import { a } from 'b';",
      "x = 'a' + b;",
      'throw new Error(`${a + 1}`);',
      'interface A { b: 3 }',
    ])
      assert.deepEqual(changes(source), [], source);
  });
});

describe('withMarks', () => {
  it('marks every site, those inside others too, and changes nothing else', () => {
    const source = 'return a + b * 2 < c ? f(a) : -1;';
    const mutants = mutantsOf(source).map((mutant, index) => ({ index, mutant }));
    const marked = withMarks(source, mutants);
    const reached = new Set<number>();
    const own = globalThis as { __reached?: Set<number> };
    own.__reached = reached;
    try {
      const run = (text: string) =>
        runInThisContext(`(function (a, b, c, f) { ${text} })`) as (
          a: number,
          b: number,
          c: number,
          f: (x: number) => number,
        ) => number;
      const twice = (x: number): number => 2 * x;
      assert.equal(run(marked)(1, 2, 9, twice), run(source)(1, 2, 9, twice));
      const missed = mutants.filter(({ index }) => !reached.has(index)).map(({ mutant }) => mutant.text);
      assert.deepEqual(missed, ['1', '2']);
      assert.equal(run(marked)(1, 2, 3, twice), -1);
      assert.equal(reached.size, mutants.length);
    } finally {
      delete own.__reached;
    }
  });
});
