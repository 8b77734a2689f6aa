import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createWarpMap, fromRows, rotationMatrix, warpAffine, warpByMap } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';

describe('warpByMap', () => {
  it('equals warpAffine by the matrix of the map', () => {
    fc.assert(
      fc.property(arbitraryImage, fc.integer({ min: -180, max: 180 }), (image, degrees) => {
        const matrix = rotationMatrix({ centre: [image.width / 2, image.height / 2], degrees });
        const map = createWarpMap({ matrix, sourceWidth: image.width, sourceHeight: image.height });
        assert.deepEqual(warpByMap(image, { map, border: 3 }), warpAffine(image, { matrix, border: 3 }));
      }),
    );
  });

  it('fills with paper unless told otherwise', () => {
    const map = createWarpMap({
      matrix: [
        [1, 0, 1],
        [0, 1, 0],
      ],
      sourceWidth: 2,
      sourceHeight: 1,
    });
    assert.deepEqual([...warpByMap(fromRows([[1, 2]]), { map }).data], [255, 1]);
    assert.deepEqual([...warpByMap(fromRows([[1, 2]]), { map, border: 9 }).data], [9, 1]);
  });

  it('takes weights that sum to 2^15 at every pixel', () => {
    const matrix = rotationMatrix({ centre: [3, 4], degrees: 33 });
    const { weights } = createWarpMap({ matrix, sourceWidth: 6, sourceHeight: 8 });
    for (let slot = 0; slot < weights.length; slot += 4) {
      assert.equal(weights[slot] + weights[slot + 1] + weights[slot + 2] + weights[slot + 3], 32768);
    }
  });

  it('refuses a map for another image size', () => {
    const matrix = rotationMatrix({ centre: [0, 0], degrees: 1 });
    const map = createWarpMap({ matrix, sourceWidth: 3, sourceHeight: 2 });
    assert.throws(
      () => warpByMap(fromRows([[1, 2]]), { map }),
      new RangeError('warpByMap: the map is for images of 3 x 2, got 2 x 1.'),
    );
  });
});
