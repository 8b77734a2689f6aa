import type { CharacterSet } from '../data';
import { checkIndices } from './checkIndices';
import { createTurns } from './createTurns';
import { ROTATIONS, VARIANTS } from './variants';
import { writeShifted } from './writeShifted';

/** The pixels of all examples of `augmentExamples(set, indices)`, packed one after the other: 27 x indices.length x height x width
 *  bytes, 0 to 255. 3,224 crops make 69 MB. Throws RangeError when an index is not an example of the set. */
export function packAugmented(set: CharacterSet, indices: Int32Array): Uint8Array {
  checkIndices('packAugmented', set, indices);
  const { width, height } = set;
  const size = width * height;
  const turn = createTurns(set);
  const turned = new Uint8Array(size);
  const packed = new Uint8Array(indices.length * VARIANTS.length * size);
  let offset = 0;
  for (const example of indices) {
    let rotation = -1;
    for (const { degrees, dx, dy } of VARIANTS) {
      // VARIANTS has the rotation outermost.
      if (degrees !== ROTATIONS[rotation]) turn(example, ++rotation, turned, 0);
      writeShifted(turned, packed, { first: 0, size, offset, width, dx, dy });
      offset += size;
    }
  }
  return packed;
}
