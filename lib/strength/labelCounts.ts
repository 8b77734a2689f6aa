/** Fewest labels of the first reader, unless there are fewer. */
const FIRST = 100;

/** Numbers of labels that readers learn from: 100, 200, 400, …, and all that there are. A number close below all is left out: two
 *  readers of nearly the same labels tell no more than one. */
export function labelCounts(available: number): number[] {
  const counts: number[] = [];
  for (let count = FIRST; count * 1.25 <= available; count *= 2) counts.push(count);
  return [...counts, available];
}
