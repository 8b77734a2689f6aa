import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unpackWeights } from '../../scripts/notebook/site/network/browser/unpackWeights';
import { packWeights } from '../../scripts/notebook/site/network/packWeights';
import { drawnCharacters } from '../../scripts/notebook/site/network/drawnCharacters';
import { setTexts, GENERATED_COUNT, GENERATED_SEED } from 'captcha-lab/generator';
import { ALPHABET } from 'captcha-lab/report';

describe('packWeights', () => {
  it('loses nothing, whatever the values', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 99 }),
        fc.constantFrom(1, 2),
        async (some, bytesOfValue) => {
          const weights = some.subarray(0, some.length - (some.length % bytesOfValue));
          const packed = Uint8Array.from(packWeights(weights, bytesOfValue));
          assert.deepEqual([...(await unpackWeights(packed, bytesOfValue))], [...weights]);
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });

  it('refuses a half value', () => {
    assert.throws(() => packWeights(new Uint8Array(3), 2), /must be values of 2 bytes, got 3 bytes/);
  });
});

describe('drawnCharacters', () => {
  it('has ten of each class in each part, all of the generated set and none twice', () => {
    const { train, test } = drawnCharacters(1);
    for (const part of [train, test]) {
      const read = part.map(({ text, place }) => text[place]).join('');
      assert.equal(read, Array.from(ALPHABET, (one) => one.repeat(10)).join(''));
    }
    const known = new Map(
      [...setTexts({ count: GENERATED_COUNT, seed: GENERATED_SEED })].map((one) => [one.text, one.seed]),
    );
    const all = [...train, ...test];
    assert.ok(all.every(({ text, seed }) => known.get(text) === seed));
    assert.equal(new Set(all.map(({ text, place }) => `${text} ${place}`)).size, all.length);
    assert.notDeepEqual(drawnCharacters(2), { train, test });
  });
});
