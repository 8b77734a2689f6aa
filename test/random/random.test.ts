import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createRandom, deriveSeed } from 'captcha-lab/random';

describe('createRandom', () => {
  it('repeats itself for the same seed and differs for a neighbouring one', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.uniform());
    };
    assert.deepEqual(draw(1), draw(1));
    assert.ok(draw(1).every((value, index) => Math.abs(value - draw(2)[index]) > 1e-6));
  });

  it('goes on from a saved state as if never stopped', () => {
    const random = createRandom(7);
    random.uniform();
    const restored = createRandom(random.state());
    assert.deepEqual([random.uniform(), random.integer(100)], [restored.uniform(), restored.integer(100)]);
  });

  it('draws every integer below the bound about equally often', () => {
    const random = createRandom(3);
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 70_000; draw++) counts[random.integer(7)]++;
    for (const count of counts) assert.ok(Math.abs(count - 10_000) < 400, `count ${count}`);
  });

  it('shuffles into a permutation', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const shuffled = createRandom(seed).shuffle([...items]);
        assert.deepEqual([...shuffled].sort(), [...items].sort());
      }),
    );
  });

  it('refuses a seed that is no whole number', () => {
    assert.throws(() => createRandom(0.5), /seed must be a whole number, got 0.5/);
  });
});

describe('deriveSeed', () => {
  it('gives each purpose its own seed', () => {
    const seeds = ['shuffle', 'dropout', 'init'].flatMap((purpose) =>
      [0, 1, 2, 3].map((step) => deriveSeed(1, purpose, step)),
    );
    assert.equal(new Set(seeds).size, seeds.length);
  });
});
