import type { ExampleSource } from '../data';
import { checkOptions } from '../image';
import { choosePrecision, predictionGraphOf, stagedPredictor, type PrecisionChoice } from '../kernels';
import { tf } from '../tensorflow';
import { createBatchReader } from './batchReader';
import { checkSource, outputClasses } from './checkSource';
import { largest } from './crossEntropy';

export interface PredictOptions {
  /** Factor on the pixels; the one the model was trained with. */
  readonly inputScale: number;
  /** Examples at a time, 256 by default. */
  readonly batchSize?: number;
  /** What convolutions and products are done in where there are 200 examples or more, so that it pays; 'float32' by default. */
  readonly precision?: PrecisionChoice;
}

/** A model's answers for a source, in the source's order. */
export interface Predictions {
  /** True class of each example. */
  readonly truth: Uint8Array;
  /** Class with the largest probability; ties: the lowest class. */
  readonly classes: Uint8Array;
  /** count x classes, row-major. */
  readonly probabilities: Float32Array;
}

/** Classes and probabilities a model gives every example of `source`, dropout off.
 *  Throws RangeError when the source is empty, its pictures do not fit the model, or an option is out of range. */
export function predictClasses(
  model: tf.LayersModel,
  source: ExampleSource,
  options: PredictOptions,
): Predictions {
  const steps = predictionSteps(model, source, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

/** From so many pictures on, a graph is worth opening; the model keeps it. */
const MANY_PICTURES = 200;

/** The same, a batch at each step, so that a trainer can let other work in between. */
export function* predictionSteps(
  model: tf.LayersModel,
  source: ExampleSource,
  options: PredictOptions,
): Generator<undefined, Predictions> {
  checkOptions('predictClasses', options, '{ inputScale: 1 / 255 }');
  const { inputScale, batchSize = 256, precision = 'float32' } = options;
  checkSource('predictClasses', 'source', source, model);
  for (const [name, value] of Object.entries({ inputScale, batchSize })) {
    if (!(value > 0 && Number.isFinite(value)) || (name === 'batchSize' && !Number.isInteger(value))) {
      const rule =
        name === 'batchSize' ? 'a whole number of at least 1' : 'a number above 0 such as 1 or 1/255';
      throw new RangeError(`predictClasses: ${name} must be ${rule}, got ${value}.`);
    }
  }
  const count = source.count;
  const classCount = outputClasses(model);
  const truth = new Uint8Array(count);
  const classes = new Uint8Array(count);
  const probabilities = new Float32Array(count * classCount);
  const reader = createBatchReader(source, { batchSize, inputScale, classes: classCount });
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  const predict =
    (count >= MANY_PICTURES
      ? predictionGraphOf(model, { precision: choosePrecision(precision) })?.predict
      : undefined) ??
    stagedPredictor(model) ??
    ((images: tf.Tensor): tf.Tensor => model.apply(images, { training: false }) as tf.Tensor);
  for (let from = 0; from < count; from += batchSize) {
    tf.tidy(() => {
      const { images, labels } = reader.read(order, from);
      truth.set(labels, from);
      probabilities.set(predict(images).dataSync(), from * classCount);
    });
    yield undefined;
  }
  for (let example = 0; example < count; example++) {
    classes[example] = largest(probabilities, example * classCount, classCount);
  }
  return { truth, classes, probabilities };
}
