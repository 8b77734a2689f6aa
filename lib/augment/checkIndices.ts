import type { CharacterSet } from '../data';

/** Throws RangeError, naming the caller, unless all `indices` are examples of `set`. @internal */
export function checkIndices(caller: string, { count }: CharacterSet, indices: Int32Array): void {
  for (const index of indices) {
    if (index < 0 || index >= count) {
      throw new RangeError(`${caller}: indices must be from 0 to ${count - 1}, got ${index}.`);
    }
  }
}
