import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { z } from 'zod';

const positive = z.number().positive();

/** What programs print of a repetition. */
const printed = {
  /** Seconds on the clock, and of all processor cores together. */
  wall: positive,
  cpu: z.number().nonnegative(),
  /** Largest memory of the process so far. */
  peakMiB: positive.optional(),
  /** Of what was made: equal when the same was made. */
  sum: z.number().optional(),
  examples: positive.optional(),
  /** Of single calls, in milliseconds. */
  medianMs: positive.optional(),
  p99Ms: positive.optional(),
  /** Floating-point operations a second, in thousand millions. */
  gflops: positive.optional(),
  /** On the disk, by place. */
  bytes: z.record(z.string(), z.number().nonnegative()).optional(),
};
const versions = z.record(z.string(), z.string());

/** The line that a warm process prints of a round. */
export const roundSchema = z.strictObject(printed);

/** The line that a program prints which is started anew each time. */
export const programSchema = z.strictObject({ ...printed, versions });

const repetition = z.strictObject({
  ...printed,
  /** Of a whole process: the part that its program timed. */
  inner: z.strictObject({ wall: positive, cpu: z.number().nonnegative() }).optional(),
});

const contestant = z.strictObject({
  name: z.string(),
  role: z.enum(['ours', 'peer', 'peak']),
  versions,
  repetitions: z.array(repetition).nonempty(),
});

const caseSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  measure: z.enum(['wall', 'medianMs', 'peakMiB']),
  against: z.string().optional(),
  target: z
    .strictObject({
      ratio: positive.optional(),
      peakShare: positive.optional(),
      peakMiB: positive.optional(),
    })
    .optional(),
  flopsPerExample: positive.optional(),
  contestants: z.array(contestant).nonempty(),
});

/** data/results/bench.json: every repetition, and nothing that follows from them. */
export const benchSchema = z.strictObject({
  machine: z.strictObject({ processor: z.string(), cores: z.int(), memoryGiB: z.int() }),
  node: z.string(),
  rows: z.array(z.strictObject({ name: z.string(), cases: z.array(caseSchema).nonempty() })),
});

export type Repetition = z.infer<typeof repetition>;
export type MeasuredContestant = z.infer<typeof contestant>;
export type MeasuredCase = z.infer<typeof caseSchema>;
export type BenchFile = z.infer<typeof benchSchema>;

/** What `npm run bench -- --out file` wrote; undefined when there is no such file.
 *  Throws Error when the file is not of that kind. */
export async function readBench(file: string): Promise<BenchFile | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return benchSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(
      `${file} is not what \`npm run bench\` writes (${why}); move it away, or name another file.`,
      {
        cause: error,
      },
    );
  }
}

type Machine = Pick<BenchFile, 'machine' | 'node'>;

/** Throws Error unless the numbers in `file` come from this machine: a table must not mix two. */
export function checkSameMachine(file: string, before: Machine, now: Machine): void {
  const text = ({ machine, node }: Machine): string =>
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${node}`;
  if (text(before) === text(now)) return;
  throw new Error(
    `${file} was measured on ${text(before)}, this is ${text(now)}; name another file with --out, or measure all rows.`,
  );
}

type Rows = BenchFile['rows'];

/** What was measured before, with the cases measured now in the place of earlier ones. order: of rows and their cases; what it does not
 *  name any more is left out. */
export function mergeRows(
  before: Rows,
  now: Rows,
  order: readonly { readonly name: string; readonly cases: readonly { readonly name: string }[] }[],
): Rows {
  const find = (rows: Rows, row: string, one: string) =>
    rows.find(({ name }) => name === row)?.cases.find(({ name }) => name === one);
  return order.flatMap(({ name, cases }) => {
    const found = cases.flatMap((each) => find(now, name, each.name) ?? find(before, name, each.name) ?? []);
    const [first, ...others] = found;
    return found.length === 0 ? [] : [{ name, cases: [first, ...others] }];
  });
}

/** What is measured on. */
export function thisMachine(): Pick<BenchFile, 'machine' | 'node'> {
  const machine = {
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  return { machine, node: process.versions.node };
}
