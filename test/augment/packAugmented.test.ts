import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { augment, packAugmented } from 'captcha-lab/augment';
import type { CharacterSet } from 'captcha-lab/data';
import { greyImage } from 'captcha-lab/image';

/** `count` crops of any bytes, from narrower than a shift to wider. */
function setOf(width: number, height: number, pixels: Uint8Array): CharacterSet {
  const count = Math.floor(pixels.length / (width * height));
  const none = new Uint8Array(count);
  return { count, width, height, pixels, labels: none, captcha: new Int32Array(count), position: none };
}

const side = fc.integer({ min: 1, max: 9 });
const bytes = fc.uint8Array({ minLength: 243, maxLength: 243 });

describe('packAugmented', () => {
  it('holds one after the other what augment gives, and leaves the set as it was', () => {
    fc.assert(
      fc.property(side, side, bytes, (width, height, pixels) => {
        const set = setOf(width, height, pixels);
        const before = Uint8Array.from(pixels);
        const indices = Int32Array.of(2, 0, 2);
        const size = width * height;
        const expected = [...indices].flatMap((index) =>
          augment(greyImage(width, height, pixels.slice(index * size, (index + 1) * size))),
        );
        const packed = packAugmented(set, indices);
        assert.ok(Buffer.concat(expected.map(({ data }) => data)).equals(packed));
        assert.deepEqual(pixels, before);
      }),
      { numRuns: 30 },
    );
  });

  it('is empty for no crops, and refuses those that the set lacks', () => {
    const set = setOf(9, 9, new Uint8Array(243));
    assert.equal(packAugmented(set, new Int32Array()).length, 0);
    for (const index of [3, -1]) {
      assert.throws(
        () => packAugmented(set, Int32Array.of(0, index)),
        new RangeError(`packAugmented: indices must be from 0 to 2, got ${index}.`),
      );
    }
  });
});
