import type { CharacterSet, ExampleSource } from '../data';
import type { WarpMap } from '../image';
import { createRotations } from './rotations';
import { VARIANTS } from './variants';

const PAPER = 255;

/** The 27 variants of each of the examples `indices` of `set`: example e of the result is variant e % 27 of
 *  example `indices[floor(e / 27)]`, and has its class. Each is computed when read; nothing is kept.
 *  Throws RangeError when an index is not an example of the set. Source: report V.C; equals `augment`. */
export function augmentExamples(set: CharacterSet, indices: Int32Array): ExampleSource {
  const { width, height } = set;
  const size = width * height;
  for (const index of indices) {
    if (index < 0 || index >= set.count) {
      throw new RangeError(`augmentExamples: indices must be from 0 to ${set.count - 1}, got ${index}.`);
    }
  }
  const rotations = createRotations(width, height);
  const count = indices.length * VARIANTS.length;
  const source = new Uint8Array(size + 1).fill(PAPER);
  return {
    count,
    height,
    width,
    read(index, target, offset) {
      if (!Number.isInteger(index) || index < 0 || index >= count) {
        throw new RangeError(`augmentExamples: index must be from 0 to ${count - 1}, got ${index}.`);
      }
      if (!(offset >= 0) || offset + size > target.length) {
        throw new RangeError(
          `augmentExamples: target must have room for ${size} values from ${offset} on, it has ${target.length}.`,
        );
      }
      const example = indices[Math.floor(index / VARIANTS.length)];
      const { degrees, dx, dy } = VARIANTS[index % VARIANTS.length];
      const { taps, weights } = rotations.get(degrees) as WarpMap;
      source.set(set.pixels.subarray(example * size, (example + 1) * size));
      target.fill(PAPER, offset, offset + size);
      for (let y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
        for (let x = Math.max(0, dx); x < Math.min(width, width + dx); x++) {
          const slot = ((y - dy) * width + x - dx) * 4;
          const sum =
            source[taps[slot]] * weights[slot] +
            source[taps[slot + 1]] * weights[slot + 1] +
            source[taps[slot + 2]] * weights[slot + 2] +
            source[taps[slot + 3]] * weights[slot + 3];
          target[offset + y * width + x] = (sum + (1 << 14)) >> 15;
        }
      }
      return set.labels[example];
    },
  };
}
