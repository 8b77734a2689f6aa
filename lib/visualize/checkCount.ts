/** Throws RangeError, naming caller and option, unless `value` is a whole number of at least `least`. @internal */
export function checkCount(caller: string, option: string, value: number, least = 1): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`${caller}: ${option} must be a whole number of at least ${least}, got ${value}.`);
}
