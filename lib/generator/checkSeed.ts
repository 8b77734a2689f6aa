/** Throws RangeError when `seed` is no whole number, which deriveSeed would take without a word. @internal */
export function checkSeed(seed: number, caller: string): void {
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`${caller}: seed must be a whole number, got ${seed}.`);
  }
}
