import { checkWhole } from '../checks';
import type { CharacterSet } from './characterSet';
import type { ExampleSource } from './exampleSource';

/** The examples of `set` at `indices`, in that order (repeats allowed), as a source a trainer can read. Nothing is
 *  copied but `indices`. Throws RangeError for an index outside the set, and when reading outside the selection. */
export function selectExamples(set: CharacterSet, indices: ArrayLike<number>): ExampleSource {
  const chosen = Int32Array.from(indices);
  const size = set.width * set.height;
  for (let rank = 0; rank < chosen.length; rank++) {
    if (indices[rank] !== chosen[rank] || chosen[rank] < 0 || chosen[rank] >= set.count) {
      throw new RangeError(
        `selectExamples: indices must be whole numbers from 0 to ${set.count - 1}, got ${indices[rank]}.`,
      );
    }
  }
  return {
    count: chosen.length,
    height: set.height,
    width: set.width,
    read(index, target, offset) {
      checkWhole('selectExamples', { index }, 0, chosen.length - 1);
      const from = chosen[index] * size;
      target.set(set.pixels.subarray(from, from + size), offset);
      return set.labels[chosen[index]];
    },
  };
}
