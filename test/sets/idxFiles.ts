import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** The bytes of an idx file of that shape. */
export function idx(shape: readonly number[], data: Iterable<number>): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.writeUInt32BE(0x0800 + shape.length);
  shape.forEach((side, index) => header.writeUInt32BE(side, 4 + 4 * index));
  return Buffer.concat([header, Uint8Array.from(data)]);
}

/** EMNIST balanced's mapping: digits, capitals, then the small letters that have a class of their own. */
export const OFFICIAL_MAPPING = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt')
  .map((character, label) => `${label} ${character.charCodeAt(0)}\n`)
  .join('');

/** A 28 x 28 picture as EMNIST stores it, column after column, of one row-major and upright. */
export function transposed(upright: Uint8Array): Uint8Array {
  return upright.map((_, index) => upright[(index % 28) * 28 + Math.floor(index / 28)]);
}

/** Writes a small EMNIST balanced in the official layout: of each label in `labels`, in order, one picture whose
 *  pixels are all its rank, the test set reversed. Returns the names of its files. */
export function writeEmnist(
  folder: string,
  { labels = [2, 43, 13, 41], packed = true }: { labels?: readonly number[]; packed?: boolean } = {},
): string[] {
  const write = (name: string, bytes: Buffer): string => {
    const whole = packed ? `${name}.gz` : name;
    writeFileSync(path.join(folder, whole), packed ? gzipSync(bytes) : bytes);
    return whole;
  };
  writeFileSync(path.join(folder, 'emnist-balanced-mapping.txt'), OFFICIAL_MAPPING);
  const names = ['emnist-balanced-mapping.txt'];
  for (const [set, list] of [['train', labels] as const, ['test', labels.toReversed()] as const]) {
    const pictures = list.flatMap((_, rank) => new Array<number>(784).fill(rank));
    names.push(write(`emnist-balanced-${set}-images-idx3-ubyte`, idx([list.length, 28, 28], pictures)));
    names.push(write(`emnist-balanced-${set}-labels-idx1-ubyte`, idx([list.length], list)));
  }
  return names;
}
