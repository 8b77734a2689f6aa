import { createHash } from 'node:crypto';
import type { ExampleSource } from '../data';
import type { Precision } from '../kernels';
import type { tf } from '../tensorflow';
import type { TrainOptions } from './trainingTypes';

/** Everything that decides how a run goes on, in a form that can be compared and shown. */
export type RunConfig = Readonly<Record<string, string | number>>;

/** Examples looked at to recognise a source. */
const SAMPLES = 64;

/** The configuration of a run. `epochs` is no part of it: a finished run may be continued with more. */
export function runConfig(
  model: tf.LayersModel,
  options: TrainOptions,
  precision: Precision = 'float32',
): RunConfig {
  const { optimizer, batchSize, inputScale, seed, train, validation, test } = options;
  return {
    network: networkHash(model),
    parameters: model.countParams(),
    optimizer: optimizer.kind,
    learningRate: optimizer.learningRate,
    // Absent without one, so that checkpoints of before there was a schedule still fit.
    ...(optimizer.decayEpochs !== undefined && { decayEpochs: optimizer.decayEpochs }),
    batchSize,
    inputScale,
    seed,
    'training examples': train.count,
    'training data': sourceHash(train),
    'validation examples': validation.count,
    'validation data': sourceHash(validation),
    // Absent in float32, so that checkpoints of before there was a choice still fit.
    ...(precision !== 'float32' && { precision }),
    // Absent without one, so that checkpoints of before there was a test source still fit.
    ...(test && { 'test examples': test.count, 'test data': sourceHash(test) }),
  };
}

/** The first setting that differs, as `batchSize 10, now 32`; undefined when all agree. */
export function configDifference(before: RunConfig, now: RunConfig): string | undefined {
  const name = [...new Set([...Object.keys(before), ...Object.keys(now)])].find(
    (key) => before[key] !== now[key],
  );
  return name === undefined ? undefined : `${name} ${before[name] ?? 'absent'}, now ${now[name] ?? 'absent'}`;
}

/** Hash of the layers' kinds and settings. Names are left out, because tfjs numbers unnamed layers through the whole
 *  process, and so are initialisers, because their work is done. */
function networkHash(model: tf.LayersModel): string {
  const layers = model.layers.map((layer) => {
    const settings = Object.entries(layer.getConfig()).filter(
      ([key]) => !/^(name|seed|dtype|trainable|batchInputShape)$|Initializer$/.test(key),
    );
    return [layer.getClassName(), layer.weights.map(({ shape }) => shape), settings];
  });
  return shortHash(JSON.stringify([model.inputs[0].shape, layers]));
}

function sourceHash(source: ExampleSource): string {
  const size = source.height * source.width;
  const sample = new Uint8Array(SAMPLES * (size + 1));
  const count = Math.min(SAMPLES, source.count);
  for (let slot = 0; slot < count; slot++) {
    const offset = slot * (size + 1);
    sample[offset + size] = source.read(Math.floor((slot * source.count) / count), sample, offset);
  }
  return shortHash(sample);
}

function shortHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
