import type { Padding } from './kernels';

/** The window that goes over pictures of one channel, and their size. */
export interface PatchShape {
  readonly height: number;
  readonly width: number;
  readonly rows: number;
  readonly columns: number;
  readonly padding: Padding;
}

/** What a window of rows x columns sees at each of its positions, stride 1: row `ky * columns + kx` of the result has the pixel at
 *  (ky, kx) of the window for all positions of all pictures, and a last row is all 1. Outside the pictures are zeros, under 'same' padding
 *  with the odd one at the end.
 *  pixels: any number of pictures of height x width, row-major; not modified. */
export function patchRows(
  pixels: Float32Array,
  { height, width, rows, columns, padding }: PatchShape,
): Float32Array<ArrayBuffer> {
  const same = padding === 'same';
  const [top, left] = same ? [(rows - 1) >> 1, (columns - 1) >> 1] : [0, 0];
  const high = same ? height : height - rows + 1;
  const wide = same ? width : width - columns + 1;
  const count = pixels.length / (height * width);
  const length = count * high * wide;
  const values = new Float32Array((rows * columns + 1) * length);
  for (let place = 0; place < rows * columns; place++) {
    const dy = Math.floor(place / columns) - top;
    const dx = (place % columns) - left;
    const firstX = Math.max(0, -dx);
    const endX = Math.min(wide, width - dx);
    for (let picture = 0; picture < count; picture++) {
      const source = picture * height * width + dx;
      const target = place * length + picture * high * wide;
      for (let y = Math.max(0, -dy); y < Math.min(high, height - dy); y++) {
        const from = source + (y + dy) * width;
        const to = target + y * wide;
        for (let x = firstX; x < endX; x++) values[to + x] = pixels[from + x];
      }
    }
  }
  return values.fill(1, rows * columns * length);
}
