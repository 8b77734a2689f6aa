import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { Jimp } from 'jimp';
import { decodeImage, greyFromRgba } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';
import { assertSameImage } from '../assertSameImage';

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(content.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/** A PNG of random bytes; any bytes are rows of some picture. */
function randomPng(
  colourType: number,
  { width, height, seed, filter }: { width: number; height: number; seed: number; filter?: number },
): Buffer {
  const random = createRandom(seed);
  const bytes = [1, 0, 3, 0, 2, 0, 4][colourType];
  const rows = Array.from({ length: height }, () => {
    const row = Uint8Array.from({ length: 1 + width * bytes }, () => random.integer(256));
    row[0] = filter ?? random.integer(5);
    return row;
  });
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, colourType, 0, 0, 0]);
  return pngOf(header, Buffer.concat(rows));
}

function pngOf(header: Buffer, rows: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A PNG of equal red, green and blue while filtered, any transparency, and rows of any filters; but byte `odd` of a pixel, if given,
 *  differs in the last one. */
function greyAsColourPng(
  filtered: Uint8Array,
  filters: readonly number[],
  { width, bytes, odd }: { width: number; bytes: 3 | 4; odd?: number },
): Buffer {
  const height = filters.length;
  const rows = filters.map((filter, y) => {
    const row = Buffer.alloc(1 + width * bytes, 77);
    row[0] = filter;
    for (let x = 0; x < width; x++) row.fill(filtered[y * width + x], 1 + x * bytes, 4 + x * bytes);
    return row;
  });
  const last = 1 + (width - 1) * bytes + (odd ?? 0);
  if (odd !== undefined) rows[height - 1][last] ^= 128;
  return pngOf(
    Buffer.from([0, 0, 0, width, 0, 0, 0, height, 8, bytes === 3 ? 2 : 6, 0, 0, 0]),
    Buffer.concat(rows),
  );
}

describe('a PNG of 8 bits a sample', () => {
  for (const [name, colourType] of [
    ['grey', 0],
    ['colour', 2],
    ['grey with alpha', 4],
    ['colour with alpha', 6],
  ] as const) {
    it(`is read as jimp reads it, whatever its rows' filters (${name})`, async () => {
      for (let seed = 0; seed < 40; seed++) {
        const size = { width: 1 + (seed % 7), height: 1 + (seed % 5), seed };
        const png = randomPng(colourType, { ...size, filter: seed < 20 ? seed % 5 : undefined });
        const { width, height, data } = (await Jimp.fromBuffer(png)).bitmap;
        assertSameImage(
          await decodeImage(png, { name, transparency: 'ignored' }),
          greyFromRgba(width, height, data),
        );
      }
    });
  }

  const someBytes = fc.uint8Array({ minLength: 42, maxLength: 42 });
  const someFilters = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 });
  const kind = fc.record({
    width: fc.integer({ min: 1, max: 7 }),
    bytes: fc.constantFrom(3 as const, 4 as const),
    odd: fc.constantFrom(undefined, 0, 1, 2),
  });

  it('is read as jimp reads it where it is grey but for, perhaps, the last pixel', async () => {
    await fc.assert(
      fc.asyncProperty(someBytes, someFilters, kind, async (filtered, filters, size) => {
        const png = greyAsColourPng(filtered, filters, size);
        const { width, height, data } = (await Jimp.fromBuffer(png)).bitmap;
        assertSameImage(
          await decodeImage(png, { name: 'grey', transparency: 'ignored' }),
          greyFromRgba(width, height, data),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is read as it is where it is grey, by each filter', async () => {
    // Filtered 10, 20 over 30, 40; by hand from the PNG specification.
    const filtered = Uint8Array.of(10, 20, 30, 40);
    const lower = [
      [30, 40],
      [30, 70],
      [40, 70],
      [35, 72],
      [40, 80],
    ];
    for (const [filter, expected] of lower.entries()) {
      const png = greyAsColourPng(filtered, [1, filter], { width: 2, bytes: 4 });
      const { data } = await decodeImage(png, { name: 'grey', transparency: 'ignored' });
      assert.deepEqual([...data], [10, 30, ...expected], `filter ${filter}`);
    }
  });

  it('is refused by name with a filter that there is not', async () => {
    const png = randomPng(0, { width: 2, height: 2, seed: 1, filter: 5 });
    await assert.rejects(
      decodeImage(png, { name: 'odd.png' }),
      /odd\.png: PNG file cannot be decoded: damaged: a row has filter 5, and there are 0 to 4/,
    );
  });
});
