import type { MeasuredCase, MeasuredContestant, Repetition } from './benchFile';
import type { BenchCase, Contestant } from './benchRow';
import { type OpenContestant, openContestant } from './openContestant';
import { type Once, runProcessOnce } from './runProcessOnce';

/** What `runCase` needs to know. */
export interface RunCaseOptions {
  readonly repeats: number;
  /** Interpreter of the peers; without it they are left out. */
  readonly python: string | undefined;
  /** Called after each repetition. */
  readonly onRepetition?: (contestant: Contestant, repetition: Repetition, round: number) => void;
}

/** Runs a case: every contestant in turn, again and again, so that what else the machine does meets all alike.
 *  Throws Error naming the contestant that failed, or made something else than the others. */
export async function runCase(bench: BenchCase, options: RunCaseOptions): Promise<MeasuredCase> {
  const { python, onRepetition } = options;
  const repeats = bench.repeats ?? options.repeats;
  const command = ({ program }: Contestant): string => (program === 'node' ? process.execPath : python!);
  const taking = bench.contestants.filter(({ program }) => program === 'node' || python !== undefined);
  const measured = taking.map(({ name, role }) => ({
    name,
    role,
    versions: {},
    repetitions: [] as Repetition[],
  }));
  const open = bench.way === 'rounds' ? await openAll(taking, command) : [];
  try {
    for (let round = 1; round <= repeats; round++) {
      for (const [index, contestant] of taking.entries()) {
        const { repetition, versions } =
          bench.way === 'rounds' ? await ask(open[index]) : start(command(contestant), contestant, bench.way);
        measured[index].repetitions.push(repetition);
        Object.assign(measured[index].versions, versions);
        onRepetition?.(contestant, repetition, round);
      }
    }
  } finally {
    await Promise.all(open.map((each) => each.close()));
  }
  checkSums(bench.name, measured);
  const { name, title, measure, against, target, flopsPerExample } = bench;
  const [first, ...others] = measured.map((one) => ({ ...one, repetitions: atLeastOne(one.repetitions) }));
  return { name, title, measure, against, target, flopsPerExample, contestants: [first, ...others] };
}

/** They warm up side by side: that is not timed. */
async function openAll(
  contestants: readonly Contestant[],
  command: (contestant: Contestant) => string,
): Promise<OpenContestant[]> {
  const opening = await Promise.allSettled(contestants.map((one) => openContestant(command(one), one)));
  const open = opening.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = opening.find(({ status }) => status === 'rejected');
  if (failed?.status !== 'rejected') return open;
  await Promise.all(open.map((each) => each.close()));
  throw failed.reason;
}

async function ask({ round, versions }: OpenContestant): Promise<Once> {
  return { repetition: await round(), versions };
}

function start(command: string, contestant: Contestant, way: 'process' | 'program'): Once {
  const once = runProcessOnce(command, contestant);
  if (way === 'process') return once;
  const { inner, ...rest } = once.repetition;
  // Its clock, but the processors of all that it started.
  return { ...once, repetition: { ...rest, wall: inner!.wall } };
}

function atLeastOne<T>([first, ...others]: readonly T[]): [T, ...T[]] {
  return [first, ...others];
}

/** Throws Error unless all contestants that say what they made say the same. */
export function checkSums(
  caseName: string,
  contestants: readonly Pick<MeasuredContestant, 'name' | 'repetitions'>[],
): void {
  const sums = contestants.flatMap(({ name, repetitions }) =>
    repetitions.flatMap(({ sum }) => (sum === undefined ? [] : [{ name, sum }])),
  );
  const other = sums.find(({ sum }) => sum !== sums[0].sum);
  if (other === undefined) return;
  throw new Error(
    `case ${caseName}: all must make the same, but the sum of ${sums[0].name} is ${sums[0].sum} and that of ${other.name} ` +
      `${other.sum}; times of different work cannot be compared.`,
  );
}
