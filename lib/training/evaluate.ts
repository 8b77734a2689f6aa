import { setImmediate as otherWork } from 'node:timers/promises';
import type { ExampleSource } from '../data';
import type { tf } from '../tensorflow';
import { type Predictions, predictionSteps } from './predictClasses';
import type { TrainOptions } from './trainingTypes';

/** Predictions for a source, other work getting its turn between batches; undefined when the signal ended them
 *  early. */
export async function evaluate(
  model: tf.LayersModel,
  source: ExampleSource,
  { inputScale, precision, signal }: Pick<TrainOptions, 'inputScale' | 'precision' | 'signal'>,
): Promise<Predictions | undefined> {
  const steps = predictionSteps(model, source, { inputScale, ...(precision !== undefined && { precision }) });
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await otherWork();
    if (signal?.aborted === true) return undefined;
  }
}
