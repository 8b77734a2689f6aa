import type { CharacterSet, ExampleSource } from '../data';
import { checkIndices } from './checkIndices';
import { createTurns } from './createTurns';
import { ROTATIONS, VARIANTS } from './variants';
import { writeShifted } from './writeShifted';

/** The 27 variants of each of the examples `indices` of `set`: example e of the result is variant e % 27 of
 *  example `indices[floor(e / 27)]`, and has its class. Each is computed when read; only the turned crops are kept, once they were
 *  read, a ninth of all variants. Throws RangeError when an index is not an example of the set. Source: report V.C; equals `augment`. */
export function augmentExamples(set: CharacterSet, indices: Int32Array): ExampleSource {
  const { width, height } = set;
  const size = width * height;
  checkIndices('augmentExamples', set, indices);
  const count = indices.length * VARIANTS.length;
  const turn = createTurns(set);
  const turned = new Uint8Array(indices.length * ROTATIONS.length * size);
  const known = new Uint8Array(indices.length * ROTATIONS.length);
  const perRotation = VARIANTS.length / ROTATIONS.length;
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
      // Which of the turned crops: VARIANTS has the rotation outermost.
      const turning = Math.floor(index / perRotation);
      const first = turning * size;
      if (known[turning] === 0) {
        turn(example, turning % ROTATIONS.length, turned, first);
        known[turning] = 1;
      }
      const { dx, dy } = VARIANTS[index % VARIANTS.length];
      writeShifted(turned, target, { first, size, offset, width, dx, dy });
      return set.labels[example];
    },
  };
}
