import { constants, inflateSync, type Inflate } from 'node:zlib';
import type { PngChunks } from './readPngChunks';
import type { PngHeader } from './readPngHeader';

/** Most bytes set aside for the picture data before any were seen; a small picture's fit and need no putting together. */
const MOST_AT_ONCE = 2 ** 20;

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

/** The rows of a PNG file, decompressed, each with its filter byte; and what is wrong with their data though all are there.
 *  Fewer bytes than a row too many are noted; as many as a row or more, and the header may as well be wrong.
 *  Throws Error with the reason when they are incomplete, broken or too many. @internal */
export function inflateRows({ header, data, cut }: PngChunks): { rows: Buffer; notes: string[] } {
  const expected = rowBytes(header);
  const aRow = bytesOf(header.width, 1, header);
  const compressed = data.length === 1 ? data[0] : Buffer.concat(data);
  const notes = cut === undefined ? [] : [`truncated, though all its pixels are there: ${cut}`];
  const fail = (reason: string) =>
    new Error(cut === undefined ? `damaged: its picture data ${reason}` : `truncated: ${cut}`);
  const { rows, used } = inflated(compressed, expected + aRow - 1, fail);
  if (rows.length < expected) throw fail(`have ${rows.length} bytes, not ${expected}`);
  const tooMany = rows.length - expected + compressed.length - used;
  // Two faults at once: the length of a chunk may as well be wrong.
  if (tooMany > 0 && cut !== undefined) throw fail('');
  if (tooMany > 0) notes.push(`its picture data have ${count(tooMany)} too many`);
  return { rows: rows.length > expected ? rows.subarray(0, expected) : rows, notes };
}

/** used: how many bytes the compressed data have up to their end. */
function inflated(
  compressed: Buffer,
  most: number,
  fail: (reason: string) => Error,
): { rows: Buffer; used: number } {
  const options = {
    maxOutputLength: most,
    chunkSize: Math.min(Math.max(most, constants.Z_MIN_CHUNK), MOST_AT_ONCE),
  };
  try {
    const { buffer, engine } = inflateSync(compressed, { ...options, info: true }) as unknown as {
      buffer: Buffer;
      engine: Inflate;
    };
    return { rows: buffer, used: engine.bytesWritten };
  } catch (error) {
    const isLong = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw fail(`are ${isLong ? 'too long' : 'broken or cut off'}`);
  }
}

/** Bytes of all rows, each with its filter byte. */
function rowBytes(header: PngHeader): number {
  const { width, height, interlaced } = header;
  if (!interlaced) return bytesOf(width, height, header);
  return PASSES.reduce((sum, [x, y, stepX, stepY]) => {
    return sum + bytesOf(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY), header);
  }, 0);
}

function bytesOf(across: number, down: number, { bits, samples }: PngHeader): number {
  return across > 0 && down > 0 ? down * (1 + Math.ceil((across * bits * samples) / 8)) : 0;
}

function count(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${bytes} bytes`;
}
