import { z } from 'zod';
import { isScheme, type Scheme } from '../scheme';
import { RESULT_FORMAT, type ExperimentResult } from './experimentResult';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const losses = z.array(z.number().nullable());
const shares = z.array(share);
const measured = z.object({ epoch: z.int().min(1), correct: count, n: z.int().min(1) });
const optimizer = z.object({
  kind: z.enum(['sgd', 'adam']),
  learningRate: z.number().positive(),
  decayEpochs: z.int().min(1).optional(),
});

const history = z
  .object({
    loss: losses,
    accuracy: shares,
    valLoss: losses,
    valAccuracy: shares,
    testLoss: losses.optional(),
    testAccuracy: shares.optional(),
    examplesPerSecond: z.array(z.number()),
    seconds: z.array(z.number()),
  })
  .refine((columns) => new Set(Object.values(columns).map(({ length }) => length)).size === 1, {
    error: 'all curves must have as many epochs',
  });

/** What a result file must be. Unknown fields are refused, so that a misspelt one is noticed. */
export const resultSchema: z.ZodType<ExperimentResult> = z.strictObject({
  format: z.literal(RESULT_FORMAT),
  run: z.object({
    experiment: z.string(),
    profile: z.enum(['quick', 'narrow', 'study', 'paper']),
    seed: z.int(),
    split: z.literal('report').optional(),
  }),
  complete: z.boolean(),
  config: z.strictObject({
    network: z.string(),
    width: z.number().positive(),
    parameters: count,
    optimizer,
    batchSize: z.int().min(1),
    epochs: z.int().min(1),
    inputScale: z.number().positive(),
    trainOn: z.enum(['train', 'train and validation', 'emnist']),
    augmentation: z.boolean(),
    measureOn: z.enum(['validation', 'test']),
    splitBy: z.enum(['report', 'character', 'captcha']),
    splitSeed: z.int(),
    precision: z.enum(['float32', 'bfloat16']).optional(),
    stopWhenDead: z.boolean(),
  }),
  data: z.strictObject({
    name: z.string(),
    captchas: count,
    scheme: z.custom<Scheme>(isScheme, { error: 'must be a scheme, see checkScheme' }).optional(),
    fingerprint: z.string(),
    handwriting: z.object({ name: z.string(), fingerprint: z.string() }).optional(),
    training: count,
    measured: count,
  }),
  versions: z.object({
    captchaLab: z.string(),
    node: z.string(),
    tfjs: z.string(),
    tensorflow: z.string(),
    commit: z.string().optional(),
  }),
  machine: z.object({
    cpu: z.string(),
    cores: z.int().min(1),
    memoryGiB: z.number(),
    threads: z.int().min(1).optional(),
    platform: z.string(),
  }),
  history,
  best: measured,
  last: measured,
  diagnosis: z.object({ kind: z.enum(['diverged', 'dead', 'slow']), epoch: z.int() }).nullable(),
  confusion: z.array(z.array(count)),
  captchas: z.object({ correct: count, n: z.int().min(1), positions: z.array(count).length(5) }).optional(),
  seconds: z.number(),
  peakMemoryMiB: z.number(),
});
