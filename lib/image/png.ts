import { constants, crc32, inflateSync } from 'node:zlib';
import { checkPictureSize } from './checkPictureSize';

const SIGNATURE_LENGTH = 8;

/** Most bytes set aside for the picture data before any were seen; a small picture's fit and need no putting together. */
const MOST_AT_ONCE = 2 ** 20;

/** Samples a pixel by colour type; those left out do not exist. */
const CHANNELS: Readonly<Record<number, number | undefined>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const GREY = 0;
const COLOUR = 2;

/** Start and step of Adam7's seven passes: x, y, step across, step down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG file that was looked through. @internal */
export interface CheckedPng {
  /** Content of its header chunk. */
  readonly header: Buffer;
  /** Parts of the file, one after the other as jimp should see them: without what follows the last chunk (jimp refuses it) and
   *  without the colour that counts as transparent (jimp blackens its pixels; here, as in OpenCV, transparency is ignored). */
  readonly kept: readonly Buffer[];
  /** Its rows, decompressed, each with its filter byte. */
  readonly rows: Buffer;
}

/** Looks through a PNG file. Throws Error with the reason when it is truncated, a chunk or its checksum damaged, or its picture
 *  data incomplete, which jimp would fill up.
 *  @internal */
export function checkedPng(bytes: Uint8Array): CheckedPng {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [buffer.subarray(0, SIGNATURE_LENGTH)];
  const pixels: Buffer[] = [];
  let header: Buffer | undefined;
  for (let start = SIGNATURE_LENGTH; ;) {
    if (start + 8 > buffer.length) throw new Error('truncated: its end chunk IEND is missing');
    const end = start + 12 + buffer.readUInt32BE(start);
    const type = buffer.toString('latin1', start + 4, start + 8);
    if (end > buffer.length) {
      throw new Error(
        `truncated: it ends inside chunk ${/^[A-Za-z]{4}$/.test(type) ? type : 'of no known type'}`,
      );
    }
    const content = buffer.subarray(start + 8, end - 4);
    if (header === undefined) {
      if (type !== 'IHDR' || content.length !== 13)
        throw new Error('damaged: its header chunk IHDR is missing');
      header = content;
      checkPictureSize(header.readUInt32BE(0), header.readUInt32BE(4));
      if (header[10] !== 0 || header[11] !== 0) {
        throw new Error(`its compression and filter methods must be 0, got ${header[10]} and ${header[11]}`);
      }
    }
    if (crc32(buffer.subarray(start + 4, end - 4)) !== buffer.readUInt32BE(end - 4)) {
      throw new Error(`damaged: the checksum of its chunk ${type} is wrong`);
    }
    if (type === 'IDAT') pixels.push(content);
    if (type !== 'tRNS' || (header[9] !== GREY && header[9] !== COLOUR))
      kept.push(buffer.subarray(start, end));
    if (type === 'IEND') break;
    start = end;
  }
  const rows = inflated(pixels.length === 1 ? pixels[0] : Buffer.concat(pixels), pixelBytes(header));
  return { header, kept, rows };
}

/** Bytes of all rows, each with its filter byte. */
function pixelBytes(header: Buffer): number {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const bits = header[8] * (CHANNELS[header[9]] ?? 0);
  const rows = (across: number, down: number): number => {
    return across > 0 && down > 0 ? down * (1 + Math.ceil((across * bits) / 8)) : 0;
  };
  if (header[12] === 0) return rows(width, height);
  return PASSES.reduce((sum, [x, y, stepX, stepY]) => {
    return sum + rows(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY));
  }, 0);
}

function inflated(compressed: Buffer, expected: number): Buffer {
  let rows: Buffer;
  try {
    rows = inflateSync(compressed, {
      maxOutputLength: expected + 1,
      chunkSize: Math.min(Math.max(expected + 1, constants.Z_MIN_CHUNK), MOST_AT_ONCE),
    });
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too long' : 'broken or cut off';
    throw new Error(`damaged: its picture data are ${reason}`);
  }
  if (rows.length !== expected) {
    throw new Error(`damaged: its picture data have ${rows.length} bytes, not ${expected}`);
  }
  return rows;
}
