import { checkWhole } from '../checks';
import { checkOptions } from '../image';
import { checkMap } from './checkMap';
import type { ValueMap } from './valueMap';

/** Size in pixels. */
export interface ResizeMapOptions {
  readonly height: number;
  readonly width: number;
}

/** A map at another size, bilinear: pixel centres lie at half units, and beyond the outermost centres the edge's value
 *  holds. Equals TensorFlow's `resizeBilinear` with half-pixel centres, and OpenCV's INTER_LINEAR when enlarging.
 *  Throws RangeError when a side is no whole number of at least 1. */
export function resizeMap(map: ValueMap, size: ResizeMapOptions): ValueMap {
  checkMap('resizeMap', map);
  checkOptions('resizeMap', size, '{ width: 21, height: 38 }', 'size');
  const { height, width } = size;
  checkWhole('resizeMap', { width, height }, 1);
  const rows = neighbours(map.height, height);
  const columns = neighbours(map.width, width);
  const values = new Float32Array(height * width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (row: number): number => {
        const [left, right] = [
          map.values[row * map.width + columns[x].low],
          map.values[row * map.width + columns[x].high],
        ];
        return left + (right - left) * columns[x].share;
      };
      const [upper, lower] = [at(rows[y].low), at(rows[y].high)];
      values[y * width + x] = upper + (lower - upper) * rows[y].share;
    }
  }
  return { height, width, values };
}

/** For each of `to` places the two of `from` it lies between, and how far from the first. */
function neighbours(from: number, to: number): { low: number; high: number; share: number }[] {
  return Array.from({ length: to }, (_, index) => {
    const place = Math.min(Math.max(((index + 0.5) * from) / to - 0.5, 0), from - 1);
    const low = Math.floor(place);
    return { low, high: Math.min(low + 1, from - 1), share: place - low };
  });
}
