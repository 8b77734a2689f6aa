import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

/** Whether this run writes what it draws instead of comparing: UPDATE_SNAPSHOTS=1. */
export const UPDATE = process.env.UPDATE_SNAPSHOTS === '1';

/** A figure's JSON as it is kept: numbers with six significant digits, so that the last bits of another machine's
 *  arithmetic do not count, and pictures as their size and a hash of their pixels, as zlib's versions compress them
 *  differently. */
export function snapshotOf(figure: unknown): unknown {
  return JSON.parse(JSON.stringify(figure), (_, value: unknown) => {
    if (typeof value === 'number') return Number(value.toPrecision(6));
    if (typeof value === 'string' && value.startsWith('data:image/png;base64,')) return pictureText(value);
    return value;
  });
}

function pictureText(uri: string): string {
  const png = Buffer.from(uri.slice(uri.indexOf(',') + 1), 'base64');
  const parts: Buffer[] = [];
  for (let start = 8; start < png.length; start += 12 + png.readUInt32BE(start)) {
    const content = png.subarray(start + 8, start + 8 + png.readUInt32BE(start));
    if (png.toString('latin1', start + 4, start + 8) === 'IDAT') parts.push(content);
  }
  const hash = createHash('sha256')
    .update(inflateSync(Buffer.concat(parts)))
    .digest('hex');
  return `PNG of ${png.readUInt32BE(16)} x ${png.readUInt32BE(20)}, SHA-256 of its rows ${hash}`;
}

/** Path and values of the first difference, as `layout.xaxis.range[1]: 3 was 4`; undefined where there is none. */
export function firstDifference(now: unknown, before: unknown, path = ''): string | undefined {
  if (isBranch(now) && isBranch(before) && Array.isArray(now) === Array.isArray(before)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const place = Array.isArray(now) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      const found = firstDifference(now[key], before[key], place);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return Object.is(now, before) ? undefined : `${path}: ${shown(now)} was ${shown(before)}`;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length <= 160 ? text : `${text.slice(0, 160)}…`;
}

/** Writes a file as a whole or not at all. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}

/** Contents of a committed file, or an error that says how it is made. */
export async function readCommitted(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Error(`there is no ${file}; UPDATE_SNAPSHOTS=1 writes it.`, { cause: error });
  }
}
