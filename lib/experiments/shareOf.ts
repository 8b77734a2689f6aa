/** The share of task `index` of `count` in runs of unequal length: the longest first, each to the task that has least so far,
 *  the lowest of equals. All tasks that are given the same runs agree; together they have each run once.
 *  Throws RangeError unless index is a whole number from 0 to count - 1. */
export function shareOf<Run extends { readonly work: number }>(
  runs: readonly Run[],
  { index, count }: { readonly index: number; readonly count: number },
): Run[] {
  if (!Number.isSafeInteger(count) || !Number.isSafeInteger(index) || index < 0 || index >= count) {
    throw new RangeError(
      `shareOf: index must be a whole number from 0 to count - 1, got ${index} of ${count}.`,
    );
  }
  const loads = new Array<number>(count).fill(0);
  const mine = new Set<Run>();
  for (const run of [...runs].sort((a, b) => b.work - a.work)) {
    const task = loads.indexOf(Math.min(...loads));
    loads[task] += run.work;
    if (task === index) mine.add(run);
  }
  return runs.filter((run) => mine.has(run));
}
