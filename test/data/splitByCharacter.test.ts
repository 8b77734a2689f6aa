import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ALPHABET, classOf, readSplitManifest } from 'captcha-lab/report';
import { splitByCharacter } from 'captcha-lab/data';
import { realData, realLabels } from './realData';

const real = realData('captchas');
const manifest = realData('paper-split.csv');

describe('splitByCharacter', () => {
  it('takes of each class the first fifth for the test, the next for validation, the rest for training', () => {
    //                                 b  b  c  b  c  b  b  c  b  b  b  b  b
    const labels = Uint8Array.from([7, 7, 8, 7, 8, 7, 7, 8, 7, 7, 7, 7, 7]);
    const split = splitByCharacter({ labels });
    assert.deepEqual([...split.test], [0, 1]);
    assert.deepEqual([...split.validation], [3, 5]);
    assert.deepEqual([...split.train], [2, 4, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('takes each class in an order of its own when seeded, the same for the same seed', () => {
    const labels = Uint8Array.from({ length: 200 }, (_, index) => index % 2);
    const split = (seed: number) => splitByCharacter({ labels }, { seed });
    assert.deepEqual(split(1), split(1));
    assert.notDeepEqual(split(1).test, split(2).test);
    assert.ok(split(1).test.some((index) => index > 100));
    // Were both classes shuffled alike, their test examples would stand in pairs.
    const [even, odd] = [0, 1].map((rest) => [...split(1).test].filter((index) => index % 2 === rest));
    assert.notDeepEqual(
      odd.map((index) => index - 1),
      even,
    );
    assert.throws(() => split(0.5), /whole number/);
  });

  it('puts every example into one set, with int(0.2 n) of each class in test and in validation', () => {
    const order = fc.option(fc.integer(), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 18 }), { maxLength: 300 }), order, (list, seed) => {
        const labels = Uint8Array.from(list);
        const { train, validation, test } = splitByCharacter({ labels }, { seed });
        assert.deepEqual(
          [...train, ...validation, ...test].sort((a, b) => a - b),
          list.map((_, index) => index),
        );
        for (let one = 0; one < 19; one++) {
          const count = (set: Iterable<number>) => [...set].filter((index) => labels[index] === one).length;
          const share = Math.floor(count(list.keys()) / 5);
          assert.equal(count(test), share);
          assert.equal(count(validation), share);
        }
        for (const set of [train, validation, test]) assert.deepEqual(set, set.toSorted());
      }),
    );
  });

  it(
    'gives 3224 / 1063 / 1063 on the real CAPTCHAs, class by class as many as the report had',
    { skip: real.skip || manifest.skip },
    async () => {
      const captchas = realLabels();
      const labels = Uint8Array.from(captchas.map(({ label }) => label).join(''), classOf);
      const byRule = splitByCharacter({ labels });
      const byReport = await readSplitManifest(manifest.path, captchas);
      let equal = 0;
      for (const [name, count] of [
        ['train', 3224] as const,
        ['validation', 1063] as const,
        ['test', 1063] as const,
      ]) {
        assert.equal(byRule[name].length, count);
        assert.equal(byReport[name].length, count);
        const perClass = (set: Int32Array) =>
          Array.from(ALPHABET, (_, one) => set.filter((index) => labels[index] === one).length);
        assert.deepEqual(perClass(byRule[name]), perClass(byReport[name]));
        const reported = new Set(byReport[name]);
        equal += byRule[name].filter((index) => reported.has(index)).length;
      }
      // Chance alone would give 0.6^2 + 0.2^2 + 0.2^2 = 44%, 2354: the rule has the sizes, not the assignment.
      assert.equal(equal, 2419);
    },
  );
});
