import type { Variant } from './variants';

const PAPER = 255;

/** Writes the picture of `size` bytes that begins at `first` of `pictures`, of `width` columns, shifted, to `target` from `offset` on;
 *  what comes from outside is 255.
 *  @internal */
export function writeShifted(
  pictures: Uint8Array,
  target: Float32Array | Uint8Array,
  {
    first,
    size,
    offset,
    width,
    dx,
    dy,
  }: { first: number; size: number; offset: number; width: number } & Pick<Variant, 'dx' | 'dy'>,
): void {
  const end = offset + size;
  // All rows at once, and then the edges: paper, or the columns into which the rows ran over.
  const shift = dy * width + dx;
  const kept = Math.max(0, size - Math.abs(shift));
  const from = kept === 0 ? first : first + Math.max(0, -shift);
  target.set(pictures.subarray(from, from + kept), kept === 0 ? offset : offset + Math.max(0, shift));
  if (dy > 0) target.fill(PAPER, offset, Math.min(end, offset + dy * width));
  if (dy < 0) target.fill(PAPER, Math.max(offset, end + dy * width), end);
  if (dx === 0) return;
  const left = dx > 0 ? 0 : Math.max(0, width + dx);
  const right = dx > 0 ? Math.min(width, dx) : width;
  for (let row = offset; row < end; row += width) {
    for (let at = row + left; at < row + right; at++) target[at] = PAPER;
  }
}
