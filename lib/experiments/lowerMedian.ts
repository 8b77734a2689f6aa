/** The item whose value is in the middle, the lower of two; undefined when there are none.
 *  @internal */
export function lowerMedian<Item>(items: readonly Item[], valueOf: (item: Item) => number): Item | undefined {
  const ascending = [...items].sort((one, other) => valueOf(one) - valueOf(other));
  return ascending[Math.floor((ascending.length - 1) / 2)];
}
