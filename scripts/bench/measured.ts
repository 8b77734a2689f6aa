/** What a piece of work cost. */
export interface Cost {
  /** Seconds on the clock, and of all processor cores together. */
  readonly wall: number;
  readonly cpu: number;
  /** Largest memory of the process so far. */
  readonly peakMiB: number;
}

/** Runs `work` and says what it cost. */
export async function measured(work: () => unknown): Promise<Cost> {
  const costSince = startCost();
  await work();
  return costSince();
}

/** A function that says what was spent since now. */
export function startCost(): () => Cost {
  const before = process.cpuUsage();
  const started = performance.now();
  return () => {
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(before);
    return { wall, cpu: (user + system) / 1e6, peakMiB: process.resourceUsage().maxRSS / 1024 };
  };
}
