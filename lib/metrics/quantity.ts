/** A count with its unit, in the singular for one: `1 file`, `2 files`, `0 files`.
 *  units: the plural, where it is not the unit with an s. */
export function quantity(count: number, unit: string, units = `${unit}s`): string {
  return `${count} ${count === 1 ? unit : units}`;
}
