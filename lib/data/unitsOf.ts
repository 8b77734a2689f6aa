/** The members of `order` put together by group: a list for each group, in the order of its first member, and in it the
 *  members as they come. `groups[i]` is any whole number, the same for those that must not be parted; without it each is alone.
 *  Throws RangeError, naming caller and option, when the groups are not `count` whole numbers. @internal */
export function unitsOf(
  caller: string,
  order: Iterable<number>,
  { groups, count }: { readonly groups: ArrayLike<number> | undefined; readonly count: number },
): number[][] {
  if (groups === undefined) return Array.from(order, (index) => [index]);
  if (groups.length !== count) {
    throw new RangeError(
      `${caller}: groups must hold one number for each of ${count}, got ${groups.length}.`,
    );
  }
  const units = new Map<number, number[]>();
  for (const index of order) {
    const group = groups[index];
    if (!Number.isSafeInteger(group)) {
      throw new RangeError(`${caller}: groups must be whole numbers, got ${group} (entry ${index}).`);
    }
    const unit = units.get(group);
    if (unit === undefined) units.set(group, [index]);
    else unit.push(index);
  }
  return [...units.values()];
}

/** Deals units, in their order, to sets of at most `sizes` members: each goes to the first set with room for all of it, else
 *  to the last one, which takes the rest. @internal */
export function deal(units: readonly (readonly number[])[], sizes: readonly number[]): number[][] {
  const sets: number[][] = [...sizes.map((): number[] => []), []];
  for (const unit of units) {
    const fitting = sizes.findIndex((size, set) => sets[set].length + unit.length <= size);
    sets[fitting < 0 ? sizes.length : fitting].push(...unit);
  }
  return sets;
}
