import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fc from 'fast-check';
import UPNG from 'upng-js';
import { encodePng, fromRows } from 'captcha-lab/image';
import { decodePng } from '../../scripts/notebook/site/try/browser/decodePng';

function chunk(kind: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG whose filtered rows are `bytes`, over and over; the first byte of a row, its filter, is made one of the five. */
function pngOf({
  width,
  height,
  depth,
  colour,
  bytes,
  clear,
}: {
  width: number;
  height: number;
  depth: number;
  colour: number;
  bytes: readonly number[];
  clear?: readonly number[];
}): Uint8Array<ArrayBuffer> {
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]!;
  const stride = Math.ceil((width * channels * depth) / 8) + 1;
  const rows = Uint8Array.from({ length: stride * height }, (_, index) => {
    const value = bytes[index % bytes.length];
    return index % stride === 0 ? value % 5 : value;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour], 8);
  const palette = Uint8Array.from({ length: 768 }, (_, index) => (index * 37) & 255);
  const extra = colour === 3 ? [chunk('PLTE', palette.subarray(0, 3 << depth))] : [];
  if (clear) extra.push(chunk('tRNS', Uint8Array.from(clear)));
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Uint8Array.from(
    Buffer.concat([
      signature,
      chunk('IHDR', header),
      ...extra,
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** By Skia where no pixel is transparent, as it would lose colours there, else by UPNG. */
async function byAnother(png: Uint8Array<ArrayBuffer>, colour: number): Promise<Uint8Array> {
  if (colour >= 4) return new Uint8Array(UPNG.toRGBA8(UPNG.decode(png.buffer))[0]);
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return new Uint8Array(context.getImageData(0, 0, image.width, image.height).data);
}

describe('decodePng', () => {
  it('gives the greys that were written', async () => {
    const image = fromRows([
      [0, 128, 255],
      [7, 8, 9],
    ]);
    const { width, height, data } = await decodePng(Uint8Array.from(await encodePng(image)));
    assert.deepEqual([width, height], [3, 2]);
    assert.deepEqual([...data.filter((_, index) => index % 4 === 0)], [...image.data]);
    assert.ok(data.every((value, index) => index % 4 !== 3 || value === 255));
  });

  it('agrees with another decoder on every colour type of up to 8 bits, whatever the filters', async () => {
    const kinds = [
      [0, 1],
      [0, 2],
      [0, 4],
      [0, 8],
      [2, 8],
      [3, 1],
      [3, 2],
      [3, 4],
      [3, 8],
      [4, 8],
      [6, 8],
    ];
    const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 97 });
    const sides = fc.integer({ min: 1, max: 21 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        bytes,
        sides,
        sides,
        async ([colour, depth], some, width, height) => {
          const png = pngOf({ width, height, depth, colour, bytes: some });
          assert.deepEqual((await decodePng(png)).data, await byAnother(png, colour));
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  });

  it('knows which entry of a palette, and which grey, is transparent', async () => {
    const alphas = async (png: Uint8Array<ArrayBuffer>): Promise<number[]> =>
      [...(await decodePng(png)).data].filter((_, index) => index % 4 === 3);
    // Two pixels of one bit: 0 and 1.
    const row = { width: 2, height: 1, depth: 1, bytes: [0, 0b01_000000] };
    assert.deepEqual(await alphas(pngOf({ ...row, colour: 3, clear: [9] })), [9, 255]);
    assert.deepEqual(await alphas(pngOf({ ...row, colour: 0, clear: [0, 1] })), [255, 0]);
  });

  it('refuses 16 bits a value, and a file that is cut off', async () => {
    const deep = pngOf({ width: 2, height: 2, depth: 16, colour: 0, bytes: [0] });
    await assert.rejects(decodePng(deep), /16 bits a value or is interlaced/);
    const whole = Uint8Array.from(await encodePng(fromRows([[0, 1]])));
    await assert.rejects(decodePng(whole.slice(0, -20)));
  });
});
