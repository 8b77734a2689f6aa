import { examplesOfCaptchas } from '../report';
import { selectExamples, type CharacterSet, type ExampleSource, type Fold } from '../data';
import { buildModel, cloneModel } from '../model';
import { TABLE_III } from '../report';
import { createRandom, deriveSeed } from '../random';
import type { tf } from '../tensorflow';
import { predictClasses, train } from '../training';

/** Where a network of single characters gets its early layers from: 'scratch': nowhere; 'handwriting': from EMNIST;
 *  'generated': from characters of the kit's generator. */
export type TransferSource = 'scratch' | 'handwriting' | 'generated';

/** The report's network with 25% dropout at a quarter of its widths; pixels from 0 to 1, Adam. */
export const TRANSFER = {
  width: 1 / 4,
  batchSize: 32,
  learningRate: 1e-3,
  inputScale: 1 / 255,
  /** Batches in which the last layers learn from real characters. */
  steps: 400,
  /** Examples from which early layers are learnt. */
  pretrained: 80_000,
} as const;

/** A network for `train` to begin with. `examples`: what early layers are learnt from, all layers trained; undefined leaves the
 *  first weights. The caller disposes it. */
export async function pretrainCharacters(
  examples: ExampleSource | undefined,
  { seed, signal }: { seed: number; signal?: AbortSignal },
): Promise<tf.LayersModel> {
  const model = buildModel(TABLE_III, { seed, width: TRANSFER.width });
  if (examples !== undefined) {
    const epochs = Math.max(1, Math.round(TRANSFER.pretrained / examples.count));
    await learn(model, examples, { epochs, seed, signal });
  }
  return model;
}

export interface TransferOptions {
  /** Not modified. */
  readonly base: tf.LayersModel;
  /** Whether the convolutions stay as they are. */
  readonly freeze: boolean;
  /** Characters of the real CAPTCHAs. */
  readonly set: CharacterSet;
  readonly fold: Fold;
  /** Labelled CAPTCHAs to learn from. */
  readonly labels: number;
  readonly seed: number;
  /** Batches to learn in, TRANSFER.steps by default. */
  readonly steps?: number;
  readonly signal?: AbortSignal;
}

/** Right answers on the characters of the fold's test CAPTCHAs after the last layers (or all, from scratch) learnt from `labels` real
 *  ones. The report's conclusion proposes it; it did not try. */
export async function transferCharacters({
  base,
  freeze,
  set,
  fold,
  labels,
  seed,
  steps = TRANSFER.steps,
  signal,
}: TransferOptions): Promise<{ readonly correct: number; readonly n: number }> {
  const model = await cloneModel(base);
  try {
    const order = createRandom(deriveSeed(seed, 'labels')).shuffle([...fold.train]);
    const test = selectExamples(set, examplesOfCaptchas(Int32Array.from(fold.test)));
    if (labels > 0) {
      for (const layer of model.layers) {
        if (freeze && layer.getClassName() === 'Conv2D') layer.trainable = false;
      }
      const some = selectExamples(set, examplesOfCaptchas(Int32Array.from(order.slice(0, labels))));
      const epochs = Math.max(1, Math.round((steps * TRANSFER.batchSize) / some.count));
      await learn(model, some, { epochs, seed, signal });
    }
    const { truth, classes } = predictClasses(model, test, { inputScale: TRANSFER.inputScale });
    return { correct: truth.filter((label, index) => label === classes[index]).length, n: test.count };
  } finally {
    model.dispose();
  }
}

async function learn(
  model: tf.LayersModel,
  examples: ExampleSource,
  { epochs, seed, signal }: { epochs: number; seed: number; signal?: AbortSignal },
): Promise<void> {
  await train(model, {
    train: examples,
    // Nothing is chosen by it; a trainer wants one.
    validation: first(examples, 5),
    optimizer: { kind: 'adam', learningRate: TRANSFER.learningRate },
    batchSize: TRANSFER.batchSize,
    epochs,
    inputScale: TRANSFER.inputScale,
    seed,
    signal,
  });
}

function first(source: ExampleSource, count: number): ExampleSource {
  return { ...source, count: Math.min(count, source.count) };
}
