import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Jimp } from 'jimp';
import { encodeCompactPng, encodeRgbaPng, rgbaImage, type RgbaImage } from 'captcha-lab/image';

/** Small pictures, in colour or grey, whose rows now and then repeat. */
const arbitraryRgba = fc
  .record({
    width: fc.integer({ min: 1, max: 5 }),
    height: fc.integer({ min: 1, max: 5 }),
    grey: fc.boolean(),
    bytes: fc.uint8Array({ minLength: 100, maxLength: 100 }),
    repeat: fc.boolean(),
  })
  .map(({ width, height, grey, bytes, repeat }) => {
    const image = rgbaImage(width, height);
    image.data.forEach((_, index) => {
      const from = repeat ? index % (4 * width) : index;
      image.data[index] = bytes[grey && from % 4 < 3 ? from - (from % 4) : from];
    });
    return image;
  });

async function decoded(png: Buffer): Promise<RgbaImage> {
  const { width, height, data } = (await Jimp.fromBuffer(png)).bitmap;
  return rgbaImage(width, height, new Uint8Array(data));
}

describe('encodeCompactPng', () => {
  it('loses nothing, transparency included', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRgba, async (image) => {
        assert.deepEqual(await decoded(encodeCompactPng(image)), image);
      }),
    );
  });

  it('stores grey as grey and colour as colour', () => {
    const pictures = [
      [7, 7, 7, 255],
      [7, 7, 8, 255],
    ].map((pixel) => encodeCompactPng(rgbaImage(1, 1, Uint8Array.from(pixel))));
    // IHDR: 8 bits, colour type 4 (grey and alpha) or 6 (red, green, blue and alpha).
    assert.deepEqual(
      pictures.map((png) => [...png.subarray(24, 26)]),
      [
        [8, 4],
        [8, 6],
      ],
    );
  });

  it('takes less room than a plain PNG for a picture enlarged without smoothing', () => {
    const image = rgbaImage(256, 256);
    // Values that do not repeat: squares modulo a prime.
    image.data.forEach((_, index) => {
      const [x, y] = [Math.floor((index % 1024) / 16), Math.floor(index / 4096)];
      image.data[index] = index % 4 === 3 ? 255 : (((x + 64 * y) ** 2 % 8191) * 31) % 256;
    });
    const [compact, plain] = [encodeCompactPng(image).length, encodeRgbaPng(image).length];
    assert.ok(compact < 0.7 * plain, `${compact} bytes beside ${plain}`);
  });
});
