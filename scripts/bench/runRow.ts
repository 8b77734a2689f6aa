import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import type { BenchRow, Contestant } from './rows';

const costSchema = z.object({
  wall: z.number().positive(),
  cpu: z.number().positive(),
  peakMiB: z.number().positive(),
  versions: z.record(z.string(), z.string()),
});

/** One repetition. */
export type Repetition = z.infer<typeof costSchema>;

/** A contestant's repetitions, and their medians. */
export interface Measured {
  readonly name: string;
  readonly repetitions: readonly Repetition[];
  readonly wall: number;
  readonly cpu: number;
  readonly peakMiB: number;
}

/** What came of a comparison. */
export interface RowResult {
  readonly name: string;
  readonly title: string;
  readonly ours: Measured;
  readonly peers: readonly Measured[];
  /** The fastest peer's time divided by ours, on the clock and in processor seconds: above 1, the kit is faster. */
  readonly ratio?: {
    readonly peer: string;
    readonly wall: number;
    readonly cpu: number;
    readonly range: readonly [number, number];
  };
}

/** Runs a comparison: ours and each peer in turn, `repeats` times over, so that what else the machine does meets all alike.
 *  Throws Error naming the program that failed. */
export function runRow(
  { name, title, ours, peers }: BenchRow,
  { repeats, python, say }: { repeats: number; python: string | undefined; say: (line: string) => void },
): RowResult {
  const contestants = [ours, ...(python === undefined ? [] : peers)];
  const found = new Map(contestants.map((one) => [one, [] as Repetition[]]));
  for (let round = 1; round <= repeats; round++) {
    for (const contestant of contestants) {
      const cost = runOnce(contestant === ours ? process.execPath : python!, contestant);
      found.get(contestant)!.push(cost);
      say(
        `  ${round}/${repeats}  ${cost.wall.toFixed(2)} s on the clock, ${cost.cpu.toFixed(2)} s of processors  ${contestant.name}`,
      );
    }
  }
  const summed = contestants.map((one): Measured => {
    const repetitions = found.get(one)!;
    const of = (key: 'wall' | 'cpu' | 'peakMiB'): number => median(repetitions.map((cost) => cost[key]));
    return { name: one.name, repetitions, wall: of('wall'), cpu: of('cpu'), peakMiB: of('peakMiB') };
  });
  const [mine, ...others] = summed;
  const fastest = others.toSorted((one, other) => one.wall - other.wall).at(0);
  if (!fastest) return { name, title, ours: mine, peers: others };
  const rounds = mine.repetitions.map(({ wall }, round) => fastest.repetitions[round].wall / wall);
  const ratio = {
    peer: fastest.name,
    wall: fastest.wall / mine.wall,
    cpu: fastest.cpu / mine.cpu,
    range: [Math.min(...rounds), Math.max(...rounds)] as const,
  };
  return { name, title, ours: mine, peers: others, ratio };
}

function runOnce(program: string, { name, args }: Contestant): Repetition {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (error)
    throw new Error(`${name} does not start: ${error.message}; delete .cache/bench-venv and try again.`);
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (status !== 0) throw new Error(`${name} failed: ${stderr.trim().split('\n').slice(-3).join(' / ')}`);
  return costSchema.parse(JSON.parse(line));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
