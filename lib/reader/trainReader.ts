import { checkWhole } from '../checks';
import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../report';
import { Dropout } from '../model';
import { deriveSeed } from '../random';
import { ctcLoss, tf } from '../tensorflow';
import { createOptimizer, warmUpAndDecay } from '../training';
import { variableOf } from '../model';
import { BLANK } from './buildReader';
import { createReaderBatches, type ReaderBatch, type ReaderSource } from './readerBatches';

export interface TrainReaderOptions {
  readonly sources: readonly ReaderSource[];
  /** Batches in all. */
  readonly steps: number;
  /** 32 by default. */
  readonly batchSize?: number;
  /** Share of the steps, first of all, in which every column is told what stands there, which is known of drawn pictures
   *  only: by the CTC loss alone a fresh network would long see nothing but blanks. 0.2 by default, or 0 where a source lacks
   *  its characters' places. */
  readonly warmUp?: number;
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
    warmUp = sources.every(({ set }) => set.centres !== undefined) ? 0.2 : 0,
    seed,
    onProgress,
    every = 100,
    signal,
  }: TrainReaderOptions,
): Promise<{ readonly steps: number }> {
  checkWhole('trainReader', { steps, batchSize, every }, 1);
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new RangeError(`trainReader: learningRate must be a number above 0, got ${learningRate}.`);
  }
  if (sources.length === 0) throw new RangeError('trainReader: sources must name at least one, got none.');
  for (const { set, share, curves } of sources) {
    if (
      set.count < 1 ||
      !(share > 0 && Number.isFinite(share)) ||
      !(curves >= 0 && Number.isFinite(curves))
    ) {
      throw new RangeError(
        'trainReader: each of the sources must have pictures, a share above 0 and curves of at least 0, got ' +
          `${set.count} pictures, share ${share}, curves ${curves}.`,
      );
    }
  }
  if (!(warmUp >= 0 && warmUp <= 1)) {
    throw new RangeError(`trainReader: warmUp must be a share of the steps from 0 to 1, got ${warmUp}.`);
  }
  if (warmUp > 0 && sources.some(({ set }) => set.centres === undefined)) {
    throw new RangeError(
      `trainReader: warmUp must be 0 where a source has no centres, got ${warmUp}; only drawn sets have them.`,
    );
  }
  const next = createReaderBatches(sources, { batchSize, seed });
  const variables = model.trainableWeights.map(variableOf);
  const dropouts = model.layers.filter((layer) => layer instanceof Dropout);
  const optimizer = createOptimizer({ kind: 'adam', learningRate: 1 }, variables);
  dropouts.forEach((layer, index) => (layer.seed = deriveSeed(seed, 'dropout', index)));
  let sum = 0;
  let step = 0;
  try {
    for (; step < steps && !signal?.aborted; step++) {
      const batch = next();
      const lossOf = step < warmUp * steps ? columnLoss : ctcLossOf;
      optimizer.learningRate = learningRate * warmUpAndDecay(step / steps);
      for (const layer of dropouts) layer.step = step;
      sum += learn(model, batch, { variables, optimizer, lossOf });
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

type BatchLoss = (logits: tf.Tensor3D, batch: ReaderBatch) => tf.Scalar;

function learn(
  model: tf.LayersModel,
  batch: ReaderBatch,
  {
    variables,
    optimizer,
    lossOf,
  }: { variables: tf.Variable[]; optimizer: ReturnType<typeof createOptimizer>; lossOf: BatchLoss },
): number {
  return tf.tidy(() => {
    const count = batch.labels.length / CAPTCHA_LENGTH;
    const images = tf.tensor4d(batch.input, [count, CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1]);
    const { value, grads } = tf.variableGrads(
      () => lossOf(model.apply(images, { training: true }) as tf.Tensor3D, batch),
      variables,
    );
    optimizer.step(variables.map(({ name }) => grads[name]));
    return value.dataSync()[0];
  });
}

const ctcLossOf: BatchLoss = (logits, { labels }) => ctcLoss(logits, labels);

/** Mean over the batch of the cross-entropy summed over columns: the one in which a character has its middle names it, all others
 *  are blank. */
const columnLoss: BatchLoss = (logits, { labels, centres }) => {
  const [count, steps, classes] = logits.shape;
  const expected = new Int32Array(count * steps).fill(BLANK);
  labels.forEach((label, index) => {
    const column = Math.floor((centres[index] / CAPTCHA_WIDTH) * steps);
    const picture = Math.floor(index / CAPTCHA_LENGTH);
    expected[picture * steps + Math.min(steps - 1, column)] = label;
  });
  const logs = tf.logSoftmax(logits.reshape<tf.Tensor2D>([count * steps, classes]));
  const named = tf.oneHot(tf.tensor1d(expected, 'int32'), classes);
  return logs.mul(named).sum().div<tf.Scalar>(-count);
};
