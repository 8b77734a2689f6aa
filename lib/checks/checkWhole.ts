/** Throws RangeError for the first of `values` that is no whole number, or lies below `least` or above `most`; it names the function that
 *  was called, the argument, the rule and the value. Numbers beyond 2^53, which stand for several whole ones, are refused too.
 *  @internal */
export function checkWhole(
  caller: string,
  values: Readonly<Record<string, number>>,
  least = -Infinity,
  most = Infinity,
): void {
  for (const [name, value] of Object.entries(values)) {
    if (Number.isSafeInteger(value) && value >= least && value <= most) continue;
    const above = least === -Infinity ? '' : ` of at least ${least}`;
    const range = most === Infinity ? above : ` from ${least} to ${most}`;
    throw new RangeError(`${caller}: ${name} must be a whole number${range}, got ${String(value)}.`);
  }
}
