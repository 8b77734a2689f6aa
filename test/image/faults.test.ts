import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { decodeImage, type GreyImage } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { bytesOf, imageOf, openCvCases, type PictureCase } from '../openCvCases';

interface FileCase {
  name: string;
  bytes: string;
  grey: PictureCase;
}

function jpeg(name: string): { bytes: Buffer; grey: GreyImage } {
  const { bytes, grey } = openCvCases<FileCase>('image/jpeg.json').find((file) => file.name === name)!;
  return { bytes: Buffer.from(bytesOf(bytes)), grey: imageOf(grey) };
}

async function decode(bytes: Uint8Array): Promise<{ image: GreyImage; said: string[] }> {
  const said: string[] = [];
  const onWarning = (_: string, reason: string) => said.push(reason);
  return { image: await decodeImage(bytes, { name: 'faulty.png', onWarning }), said };
}

const number = (value: number): Buffer => Buffer.of(value >> 24, value >> 16, value >> 8, value);

/** A chunk, whose checksum is wrong if asked for. */
function chunk(type: string, content: Uint8Array, wrong = 0): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  return Buffer.concat([number(content.length), body, number(crc32(body) ^ wrong)]);
}

/** Two rows of three grey pixels, none filtered. */
const ROWS = Buffer.of(0, 10, 20, 30, 0, 40, 50, 60);

function png(...chunks: readonly Buffer[]): Buffer {
  const header = Buffer.concat([number(3), number(2), Buffer.of(8, 0, 0, 0, 0)]);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), ...chunks]);
}

const DATA = chunk('IDAT', deflateSync(ROWS));
const END = chunk('IEND', new Uint8Array());
const TEXT = Buffer.from('Title\0a picture');

describe('a picture with a fault', () => {
  for (const [what, file, said] of [
    ['no fault', png(DATA, END), []],
    [
      'a wrong checksum of a text before its pixels',
      png(chunk('tEXt', TEXT, 1), DATA, END),
      ['the checksum of its chunk tEXt is wrong, and the chunk was left out'],
    ],
    [
      'a wrong checksum of a text behind its pixels',
      png(DATA, chunk('tEXt', TEXT, 1), END),
      ['the checksum of its chunk tEXt is wrong, and the chunk was left out'],
    ],
    [
      'a byte too many in its rows',
      png(chunk('IDAT', deflateSync(Buffer.concat([ROWS, Buffer.of(9)]))), END),
      ['its picture data have 1 byte too many'],
    ],
    [
      'two bytes too many behind its compressed rows',
      png(chunk('IDAT', Buffer.concat([deflateSync(ROWS), Buffer.of(1, 2)])), END),
      ['its picture data have 2 bytes too many'],
    ],
    [
      'no end chunk',
      png(DATA),
      ['truncated, though all its pixels are there: its end chunk IEND is missing'],
    ],
  ] as const) {
    it(`is read, and its fault named (PNG with ${what})`, async () => {
      const decoded = await decode(file);
      assert.deepEqual([...decoded.image.data], [10, 20, 30, 40, 50, 60]);
      assert.deepEqual(decoded.said, said);
    });
  }

  for (const [what, file, reason] of [
    [
      'a wrong checksum of its pixels',
      png(chunk('IDAT', deflateSync(ROWS), 1), END),
      /checksum of its chunk IDAT/,
    ],
    ['a row too few', png(chunk('IDAT', deflateSync(ROWS.subarray(0, 4))), END), /have 4 bytes, not 8/],
    ['a byte too few', png(chunk('IDAT', deflateSync(ROWS.subarray(0, 7))), END), /have 7 bytes, not 8/],
    ['a row too many', png(chunk('IDAT', deflateSync(Buffer.alloc(12))), END), /picture data are too long/],
    ['rows that do not end', png(chunk('IDAT', deflateSync(ROWS).subarray(0, -4)), END), /broken or cut off/],
    [
      'an unknown chunk that is needed',
      png(chunk('ABCD', TEXT), DATA, END),
      /its chunk ABCD is of no known type/,
    ],
    ['no pixels', png(END), /it has no picture data/],
  ] as const) {
    it(`is refused when a pixel is missing or in doubt (PNG with ${what})`, async () => {
      await assert.rejects(decode(file), reason);
    });
  }

  for (const name of ['420', '444', '420 progressive', 'restart markers', 'grey']) {
    it(`is read without its end marker, and refused with half of its data (JPEG, ${name})`, async () => {
      const { bytes, grey } = jpeg(name);
      const { image, said } = await decode(bytes.subarray(0, -2));
      assertSameImage(image, grey);
      assert.deepEqual(said, ['truncated, though all its pixels are there: its end marker is missing']);
      const scan = bytes.indexOf(Buffer.of(0xff, 0xda));
      const half = bytes.subarray(0, (scan + bytes.length) >> 1);
      await assert.rejects(decode(half), /truncated: it(s end marker is missing| ends inside a header)/);
      // As a program writes it that fills up: with an end marker behind what there is.
      await assert.rejects(
        decode(Buffer.concat([half, Buffer.of(0xff, 0xd9)])),
        /JPEG file cannot be decoded: (damaged|truncated)/,
      );
    });
  }

  it('is refused when a JPEG with an end marker lacks but the last of its blocks', async () => {
    for (const name of ['444', '422', 'grey', '2 x 3', '1 x 1']) {
      const { bytes } = jpeg(name);
      const short = Buffer.concat([bytes.subarray(0, -6), Buffer.of(0xff, 0xd9)]);
      await assert.rejects(decode(short), /damaged: its picture data are incomplete/, name);
    }
  });

  it('is read with bytes too many between the scans of a JPEG, and they are named', async () => {
    const { bytes, grey } = jpeg('420 progressive');
    const second = bytes.indexOf(Buffer.of(0xff, 0xc4), bytes.indexOf(Buffer.of(0xff, 0xda)));
    const { image, said } = await decode(
      Buffer.concat([bytes.subarray(0, second), Buffer.alloc(20, 3), bytes.subarray(second)]),
    );
    assertSameImage(image, grey);
    assert.deepEqual(said, ['bytes too many in its picture data']);
  });
});
