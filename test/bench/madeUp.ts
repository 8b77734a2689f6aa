import type { MeasuredCase, MeasuredContestant } from '../../scripts/bench/benchFile';

/** A contestant with these seconds on the clock, and twice as many of processors. */
export function contestant(
  name: string,
  role: MeasuredContestant['role'],
  walls: readonly number[],
  more: Partial<MeasuredContestant['repetitions'][number]> = {},
): MeasuredContestant {
  const [first, ...others] = walls.map((wall) => ({ wall, cpu: 2 * wall, ...more }));
  return { name, role, versions: {}, repetitions: [first, ...others] };
}

/** A case of the benchmark that nobody measured. */
export function benchCase(
  more: Partial<Omit<MeasuredCase, 'contestants'>> & { contestants: readonly MeasuredContestant[] },
): MeasuredCase {
  const [first, ...others] = more.contestants;
  return { name: 'made-up', title: 'made up', measure: 'wall', ...more, contestants: [first, ...others] };
}
