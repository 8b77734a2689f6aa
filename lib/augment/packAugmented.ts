import type { CharacterSet } from '../data';
import { augmentExamples } from './augmentExamples';

/** The pixels of all examples of `augmentExamples(set, indices)`, packed one after the other: 27 x indices.length x height x width
 *  bytes, 0 to 255. 3,224 crops make 69 MB. Throws RangeError when an index is not an example of the set. */
export function packAugmented(set: CharacterSet, indices: Int32Array): Uint8Array {
  const source = augmentExamples(set, indices);
  const size = source.width * source.height;
  const packed = new Uint8Array(source.count * size);
  for (let example = 0; example < source.count; example++) source.read(example, packed, example * size);
  return packed;
}
