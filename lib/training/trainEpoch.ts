import { setImmediate as otherWork } from 'node:timers/promises';
import { tf } from '../tensorflow';
import { createBatchReader } from './batchReader';
import { outputClasses } from './checkSource';
import type { EpochSums, ProgressMeter } from './progressMeter';
import { learningRateAt } from './learningRateAt';
import { trainStep } from './trainStep';
import type { TrainingRun } from './trainingRun';
import type { TrainOptions } from './trainingTypes';

/** At the report's widths some minutes of work on a laptop. */
const EVERY_EXAMPLES = 10_000;

/** One pass over the training source in a new order, other work getting its turn between batches; undefined when
 *  the signal ended it early. */
export async function trainEpoch(
  model: tf.LayersModel,
  run: TrainingRun,
  { train: source, batchSize, inputScale, optimizer, signal, checkpoint }: TrainOptions,
  meter: ProgressMeter,
): Promise<EpochSums | undefined> {
  const epoch = run.state.history.length + 1;
  const { order, already } = run.startEpoch(source.count);
  const { everyExamples = EVERY_EXAMPLES } = checkpoint ?? {};
  const reader = createBatchReader(source, { batchSize, inputScale, classes: outputClasses(model) });
  const { seconds = 0, ...sums } = already ?? { loss: 0, correct: 0, examples: 0 };
  meter.startEpoch(seconds);
  const stepsPerEpoch = Math.ceil(source.count / batchSize);
  let saved = sums.examples;
  for (let batch = sums.examples / batchSize + 1; sums.examples < order.length; batch++) {
    await otherWork();
    if (signal?.aborted === true) {
      if (sums.examples > saved) await run.save({ ...sums, seconds: meter.seconds() });
      return undefined;
    }
    run.optimizer.learningRate = learningRateAt(optimizer, { steps: run.optimizer.steps, stepsPerEpoch });
    tf.tidy(() => {
      const { images, labels } = reader.read(order, sums.examples);
      const { loss, correct } = trainStep(model, run, images, labels);
      sums.loss += loss;
      sums.correct += correct;
      sums.examples += labels.length;
    });
    meter.batch(epoch, batch, sums);
    if (sums.examples - saved >= everyExamples && sums.examples < order.length) {
      await run.save({ ...sums, seconds: meter.seconds() });
      saved = sums.examples;
    }
  }
  return sums;
}
