import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
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
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', new Uint8Array()),
  ]);
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
        assertSameImage(await decodeImage(png, { name }), greyFromRgba(width, height, data));
      }
    });
  }

  it('is refused by name with a filter that there is not', async () => {
    const png = randomPng(0, { width: 2, height: 2, seed: 1, filter: 5 });
    await assert.rejects(
      decodeImage(png, { name: 'odd.png' }),
      /odd\.png: PNG file cannot be decoded: damaged: a row has filter 5, and there are 0 to 4/,
    );
  });
});
