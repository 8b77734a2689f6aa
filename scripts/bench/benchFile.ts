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
