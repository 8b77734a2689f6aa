import { createHash } from 'node:crypto';
import type { CharacterSet } from '../data';

/** What tells one set of characters from another: 16 hexadecimal digits of the SHA-256 of its labels and pixels. */
export function fingerprint({ labels, pixels }: Pick<CharacterSet, 'labels' | 'pixels'>): string {
  return createHash('sha256').update(labels).update(pixels).digest('hex').slice(0, 16);
}
