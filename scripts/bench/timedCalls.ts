import { median } from './summarizeCase';

/** Calls `work` again and again, and says in milliseconds how long one call takes: the middle one, and the one that 99 in 100 stay
 *  below. */
export function timedCalls(calls: number, work: () => unknown): { medianMs: number; p99Ms: number } {
  const taken = Array.from({ length: calls }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  }).sort((one, other) => one - other);
  return { medianMs: median(taken), p99Ms: taken[Math.ceil(0.99 * calls) - 1] };
}
