import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../data';
import { ctcLoss, tf } from '../tensorflow';
import { createOptimizer } from '../training/optimizer';
import { variableOf } from '../training/variableOf';
import { createReaderBatches, type ReaderSource } from './readerBatches';

/** Options of `trainReader`. */
export interface TrainReaderOptions {
  readonly sources: readonly ReaderSource[];
  /** Batches in all. */
  readonly steps: number;
  /** 32 by default. */
  readonly batchSize?: number;
  /** Adam's rate at its highest; it rises over the first twentieth and falls to 0 by half a cosine. 1e-3 by default. */
  readonly learningRate?: number;
  /** Order of the pictures, noise, variation; a whole number. */
  readonly seed: number;
  /** Called every `every` steps (100 by default) with the mean loss since. */
  readonly onProgress?: (progress: {
    readonly step: number;
    readonly steps: number;
    readonly loss: number;
  }) => void;
  readonly every?: number;
  readonly signal?: AbortSignal;
}

/** Trains a reader in place by the CTC loss with Adam. Each time a picture comes up it is another one: fresh noise curves, ink
 *  a little stronger or weaker, grain as from JPEG, a pixel's shift. The same options give the same weights on one machine.
 *  Lets other work in between steps; `signal` ends it after the current one.
 *  Throws RangeError for an option out of range. */
export async function trainReader(
  model: tf.LayersModel,
  {
    sources,
    steps,
    batchSize = 32,
    learningRate = 1e-3,
    seed,
    onProgress,
    every = 100,
    signal,
  }: TrainReaderOptions,
): Promise<{ readonly steps: number }> {
  for (const [name, value] of Object.entries({ steps, batchSize, every })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`trainReader: ${name} must be a whole number of at least 1, got ${value}.`);
    }
  }
  if (sources.length === 0 || sources.some(({ share, curves }) => !(share > 0) || !(curves >= 0))) {
    throw new RangeError('trainReader: sources must have shares above 0 and curves of at least 0.');
  }
  const next = createReaderBatches(sources, { batchSize, seed });
  const variables = model.trainableWeights.map(variableOf);
  const optimizer = createOptimizer({ kind: 'adam', learningRate: 1 }, variables);
  let sum = 0;
  let step = 0;
  try {
    for (; step < steps && !signal?.aborted; step++) {
      const { input, labels } = next();
      optimizer.learningRate = learningRate * schedule(step / steps);
      sum += learn(model, variables, { optimizer, input, labels });
      if ((step + 1) % every === 0) {
        onProgress?.({ step: step + 1, steps, loss: sum / every });
        sum = 0;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    optimizer.dispose();
  }
  return { steps: step };
}

/** Share of the highest rate at `progress` from 0 to 1. */
function schedule(progress: number): number {
  const rise = Math.min(1, (progress + 1e-3) / 0.05);
  return rise * 0.5 * (1 + Math.cos(Math.PI * progress));
}

function learn(
  model: tf.LayersModel,
  variables: tf.Variable[],
  {
    optimizer,
    input,
    labels,
  }: { optimizer: ReturnType<typeof createOptimizer>; input: Float32Array; labels: Uint8Array },
): number {
  return tf.tidy(() => {
    const count = labels.length / CAPTCHA_LENGTH;
    const images = tf.tensor4d(input, [count, CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1]);
    const { value, grads } = tf.variableGrads(
      () => ctcLoss(model.apply(images, { training: true }) as tf.Tensor3D, labels),
      variables,
    );
    optimizer.step(variables.map(({ name }) => grads[name]));
    return value.dataSync()[0];
  });
}
