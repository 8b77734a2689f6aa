import { tf } from '../tensorflow';
import { type BatchSums, crossEntropy } from './crossEntropy';
import type { TrainingRun } from './trainingRun';

/** One step: forward with dropout, mean cross-entropy plus the layers' own penalties, backward, update.
 *  Returns the batch's sums as they were before the update. To be called within `tf.tidy`. */
export function trainStep(
  model: tf.LayersModel,
  { trainable, optimizer, dropouts, graph }: TrainingRun,
  images: tf.Tensor4D,
  labels: Uint8Array,
): BatchSums {
  for (const layer of dropouts) layer.step = optimizer.steps;
  if (graph) return graph.step(images, labels);
  let sums: BatchSums = { loss: 0, correct: 0 };
  const { grads } = tf.variableGrads(() => {
    const probabilities = model.apply(images, { training: true }) as tf.Tensor;
    const loss = crossEntropy(probabilities, labels, (batchSums) => (sums = batchSums));
    return model.calculateLosses().reduce<tf.Scalar>((sum, penalty) => sum.add(penalty), loss);
  }, [...trainable]);
  optimizer.step(trainable.map(({ name }) => grads[name]));
  return sums;
}
