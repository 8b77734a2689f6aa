import { createHash } from 'node:crypto';
import type { Scheme } from '../scheme';
import type { AsideSplit } from './setAside';

/** What tells one measurement from another: SHA-256 of its scheme, seed, pictures with their labels on either side, numbers of labels, and
 *  the weights it goes on from. */
export function runOf({
  scheme,
  seed,
  split,
  counts,
  from,
}: {
  readonly scheme: Scheme;
  readonly seed: number;
  readonly split: Pick<AsideSplit, 'train' | 'aside'>;
  readonly counts: readonly number[];
  /** Weights of the reader to go on from. */
  readonly from?: Float32Array;
}): string {
  const hash = createHash('sha256').update(JSON.stringify({ scheme, seed, counts }));
  for (const side of [split.train, split.aside]) {
    hash.update(`${side.length}`);
    for (const { label, image } of side) hash.update(`${label} `).update(image.data);
  }
  if (from) hash.update(Buffer.from(from.buffer, from.byteOffset, from.byteLength));
  return hash.digest('hex').slice(0, 16);
}
