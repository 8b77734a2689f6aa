import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { deriveSeed } from './deriveSeed';

/** A seeded source of numbers. Two generators with the same seed, or restored from the same state,
 *  give the same numbers on every machine. Nothing in the library draws from anywhere else. */
export interface Random {
  /** Uniform in [0, 1), in steps of 2^-32. */
  uniform(): number;
  /** Uniform integer in [0, below); `below` from 1 to 2^32. */
  integer(below: number): number;
  /** Shuffles `items` in place (Fisher–Yates) and returns it. */
  shuffle<T extends { length: number; [index: number]: unknown }>(items: T): T;
  /** The generator's whole state, to be kept in a checkpoint. */
  state(): readonly number[];
}

const TWO_TO_32 = 0x1_0000_0000;

/** Generator seeded by a whole number, or continued from what `state()` gave.
 *  Throws RangeError when the seed is not a safe integer. */
export function createRandom(seedOrState: number | readonly number[]): Random {
  if (typeof seedOrState === 'number' && !Number.isSafeInteger(seedOrState)) {
    throw new RangeError(`createRandom: seed must be a whole number, got ${seedOrState}.`);
  }
  // The package's own seeding leaves small seeds nearly equal; four well-mixed words do not.
  const generator = xoroshiro128plusFromState(
    typeof seedOrState === 'number'
      ? [0, 1, 2, 3].map((part) => deriveSeed(seedOrState, 'state', part))
      : [...seedOrState],
  );
  const word = (): number => generator.next() >>> 0;
  const integer = (below: number): number => {
    if (!Number.isInteger(below) || below < 1 || below > TWO_TO_32) {
      throw new RangeError(`integer: below must be a whole number from 1 to 2^32, got ${below}.`);
    }
    // Words past the last whole multiple of `below` would favour the small results: draw again.
    const limit = TWO_TO_32 - (TWO_TO_32 % below);
    let value = word();
    while (value >= limit) value = word();
    return value % below;
  };
  return {
    uniform: () => word() / TWO_TO_32,
    integer,
    shuffle(items) {
      const slots = items as { length: number; [index: number]: unknown };
      for (let last = slots.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        [slots[last], slots[other]] = [slots[other], slots[last]];
      }
      return items;
    },
    state: () => [...generator.getState()],
  };
}
