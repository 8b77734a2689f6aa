import { setImmediate as otherWork } from 'node:timers/promises';
import { tf } from '../tensorflow';
import { createBatchReader } from './batchReader';
import { outputClasses } from './checkSource';
import type { EpochSums, ProgressMeter } from './progressMeter';
import { trainStep } from './trainStep';
import type { TrainingRun } from './trainingRun';
import type { TrainOptions } from './trainingTypes';

/** One pass over the training source in a new order, other work getting its turn between batches; undefined when
 *  the signal ended it early. */
export async function trainEpoch(
  model: tf.LayersModel,
  run: TrainingRun,
  { train: source, batchSize, inputScale, signal }: TrainOptions,
  meter: ProgressMeter,
): Promise<EpochSums | undefined> {
  const epoch = run.state.history.length + 1;
  const order = run.random.shuffle(Uint32Array.from({ length: source.count }, (_, index) => index));
  const reader = createBatchReader(source, { batchSize, inputScale, classes: outputClasses(model) });
  const sums: EpochSums = { loss: 0, correct: 0, examples: 0 };
  for (let batch = 1; sums.examples < order.length; batch++) {
    await otherWork();
    if (signal?.aborted === true) return undefined;
    tf.tidy(() => {
      const { images, labels } = reader.read(order, sums.examples);
      const { loss, correct } = trainStep(model, run, images, labels);
      sums.loss += loss;
      sums.correct += correct;
      sums.examples += labels.length;
    });
    meter.batch(epoch, batch, sums);
  }
  return sums;
}
