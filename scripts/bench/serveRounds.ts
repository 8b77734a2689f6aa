import { createInterface } from 'node:readline';

/** The kit's side of a comparison by rounds (see `openContestant`): warms up, says that it is ready, and for each line `run` does the
 *  work once and prints what it cost, with the numbers that `round` gives back. */
export async function serveRounds({
  versions,
  warmUp,
  round,
}: {
  versions: Readonly<Record<string, string>>;
  warmUp: () => unknown;
  round: () => Promise<Record<string, number>> | Record<string, number>;
}): Promise<void> {
  await warmUp();
  console.log(JSON.stringify({ ready: true, versions }));
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'run') throw new Error(`a contestant is asked by lines "run", got ${JSON.stringify(line)}.`);
    let numbers: Record<string, number> = {};
    const cost = await measured(async () => {
      numbers = await round();
    });
    console.log(JSON.stringify({ ...cost, ...numbers }));
  }
}

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
