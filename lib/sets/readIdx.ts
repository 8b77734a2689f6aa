import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DatasetError } from '../data';
import { describeDownload } from '../image';
import { describeSystemError } from '../files';

/** The content of an idx file of unsigned bytes. */
export interface IdxArray {
  /** `[count]` of a label file, `[count, rows, columns]` of an image file. */
  readonly shape: readonly number[];
  /** The bytes in the file's order: the last dimension changes fastest. */
  readonly data: Uint8Array;
}

export interface ReadIdxOptions {
  /** Number of dimensions the file must have: 1 for labels, 3 for images; default either. */
  readonly dimensions?: 1 | 3;
  /** Most bytes the file may hold once unpacked; default 256 MiB. All of EMNIST balanced has 88 MB. */
  readonly maxBytes?: number;
}

/** Reads an idx1 or idx3 file of unsigned bytes, the format of MNIST and EMNIST, plain or gzip (told by its first
 *  bytes, not by its name). Throws DatasetError naming the file when it cannot be read, is damaged, of another kind,
 *  shorter or longer than its header says, or larger than `maxBytes`.
 *  Source: the format's description at the foot of LeCun's MNIST page. */
export async function readIdx(
  path: string,
  { dimensions, maxBytes = 2 ** 28 }: ReadIdxOptions = {},
): Promise<IdxArray> {
  const fail = (rule: string, received: string, remedy = 'Fetch the file again.', cause?: unknown): never => {
    throw new DatasetError('idx file', [{ file: path, rule, received, remedy }], { cause });
  };
  const stored = await readBytes(path, maxBytes).catch((error: unknown) => {
    const { received, remedy } = describeSystemError(error);
    return fail('must be readable', received, remedy, error);
  });
  const failed = stored.length === 0 ? undefined : describeDownload(stored.subarray(0, 4096));
  if (failed !== undefined) fail('must be an idx file', failed.received, failed.remedy);
  const packed = stored[0] === 0x1f && stored[1] === 0x8b;
  if (!packed && /\.gz$/i.test(path) && (stored[0] !== 0 || stored[1] !== 0)) {
    fail('a .gz file must be gzip', `one that begins with ${hex(stored.subarray(0, 4))}`);
  }
  const bytes = packed ? await unpack(stored, maxBytes, fail) : stored;

  if (bytes.length < 4 || bytes[0] !== 0 || bytes[1] !== 0 || bytes[2] !== 8) {
    fail('an idx file of bytes must begin with 00 00 08', hex(bytes.subarray(0, 4)) || 'an empty file');
  }
  const count = bytes[3];
  if (count !== (dimensions ?? (count === 1 ? 1 : 3))) {
    fail(
      `must have ${dimensions ?? '1 (labels) or 3 (images)'} dimensions`,
      `${count}`,
      'Check which file it is.',
    );
  }
  const header = 4 + 4 * count;
  if (bytes.length < header) fail(`the header must have ${header} bytes`, `${bytes.length}, cut short`);
  const shape = Array.from({ length: count }, (_, index) => bytes.readUInt32BE(4 + 4 * index));
  const expected = shape.reduce((product, side) => product * side, 1);
  const held = bytes.length - header;
  const rule = `the header (${shape.join(' x ')}) demands ${expected} bytes of data`;
  if (held < expected) fail(rule, `${held}, cut short`);
  if (held > expected) fail(rule, `${held}, ${held - expected} too many`);
  return { shape, data: bytes.subarray(header) };
}

type Fail = (rule: string, received: string, remedy?: string, cause?: unknown) => never;

async function readBytes(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > maxBytes + 64) throw new Error(`${size} bytes, more than ${maxBytes}`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function unpack(stored: Buffer, maxBytes: number, fail: Fail): Promise<Buffer> {
  try {
    return await promisify(gunzip)(stored, { maxOutputLength: maxBytes + 64 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      return fail(`must unpack to at most ${maxBytes} bytes`, 'more', 'Check which file it is.', error);
    }
    if (code === 'Z_BUF_ERROR') return fail('must be whole gzip', 'one cut short', undefined, error);
    return fail('must be whole gzip', `a damaged one (${message})`, undefined, error);
  }
}

function hex(bytes: Buffer): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}
