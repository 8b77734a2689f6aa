import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { augment, augmentExamples } from 'captcha-lab/augment';
import type { CharacterSet } from 'captcha-lab/data';
import { greyImage } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';

const [WIDTH, HEIGHT, COUNT] = [21, 38, 4];
const SIZE = WIDTH * HEIGHT;

function randomSet(): CharacterSet {
  const random = createRandom(5);
  return {
    count: COUNT,
    width: WIDTH,
    height: HEIGHT,
    pixels: Uint8Array.from({ length: COUNT * SIZE }, () => random.integer(256)),
    labels: Uint8Array.of(4, 9, 0, 18),
    captcha: new Int32Array(COUNT).fill(-1),
    position: new Uint8Array(COUNT),
  };
}

describe('augmentExamples', () => {
  const set = randomSet();
  const indices = Int32Array.of(2, 0, 3);
  const source = augmentExamples(set, indices);

  it('has 27 examples for each crop, of the crop size', () => {
    assert.deepEqual([source.count, source.width, source.height], [81, WIDTH, HEIGHT]);
    assert.equal(augmentExamples(set, new Int32Array()).count, 0);
  });

  it('gives at 27 i + v variant v of crop i, with its class, in any order', () => {
    const expected = [...indices].map((index) => {
      return augment(greyImage(WIDTH, HEIGHT, set.pixels.slice(index * SIZE, (index + 1) * SIZE)));
    });
    const order = createRandom(1).shuffle([...Array(81).keys()]);
    const target = new Float32Array(SIZE);
    for (const example of order) {
      const crop = Math.floor(example / 27);
      assert.equal(source.read(example, target, 0), set.labels[indices[crop]]);
      assert.deepEqual(Uint8Array.from(target), expected[crop][example % 27].data, `example ${example}`);
    }
  });

  it('writes from the offset on and nowhere else, to bytes or to floats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 50 }), (example, offset) => {
        const bytes = new Uint8Array(SIZE + 60).fill(77);
        const floats = new Float32Array(SIZE);
        source.read(example, bytes, offset);
        source.read(example, floats, 0);
        assert.deepEqual([...bytes.subarray(offset, offset + SIZE)], [...floats]);
        assert.ok(bytes.subarray(0, offset).every((value) => value === 77));
        assert.ok(bytes.subarray(offset + SIZE).every((value) => value === 77));
      }),
    );
  });

  it('never changes the set', () => {
    assert.deepEqual(set, randomSet());
  });

  it('refuses crops that the set lacks and examples that it lacks itself', () => {
    assert.throws(
      () => augmentExamples(set, Int32Array.of(0, 4)),
      new RangeError('augmentExamples: indices must be from 0 to 3, got 4.'),
    );
    assert.throws(() => augmentExamples(set, Int32Array.of(-1)), /indices must be from 0 to 3, got -1/);
    for (const index of [-1, 81, 0.5, NaN]) {
      assert.throws(
        () => source.read(index, new Uint8Array(SIZE), 0),
        new RangeError(`augmentExamples: index must be from 0 to 80, got ${index}.`),
      );
    }
  });

  it('refuses a target that is too short', () => {
    assert.throws(
      () => source.read(0, new Uint8Array(SIZE), 1),
      /target must have room for 798 values from 1 on/,
    );
  });
});
