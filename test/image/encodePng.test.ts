import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeImage, encodePng, fromRows } from 'captcha-lab/image';
import { arbitraryImage } from '../arbitraryImage';
import { assertSameImage } from '../assertSameImage';

describe('encodePng', () => {
  it('loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryImage, async (image) => {
        assertSameImage(await decodeImage(await encodePng(image), { name: 'encoded' }), image);
      }),
    );
  });

  it('writes 8-bit grey and gives the same bytes each time', async () => {
    const image = fromRows([[0, 100, 255]]);
    const bytes = await encodePng(image);
    // IHDR: width, height, 8 bits, colour type 0.
    assert.deepEqual([...bytes.subarray(16, 26)], [0, 0, 0, 3, 0, 0, 0, 1, 8, 0]);
    assert.deepEqual(await encodePng(image), bytes);
  });
});
