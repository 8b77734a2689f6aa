import { tf } from 'captcha-lab/tensorflow';
import type { EpochEntry } from 'captcha-lab/training';

/** Writes a run's curves for TensorBoard, one point an epoch, through the callback that comes with tfjs-node. */
export function createTensorBoard(folder: string): (entry: EpochEntry) => void {
  const callback = tf.node.tensorBoard(folder);
  return ({ epoch, loss, accuracy, valLoss, valAccuracy }) => {
    // The callback counts from 0 and makes two series of each pair: training and validation.
    void callback.onEpochEnd(epoch - 1, { loss, acc: accuracy, val_loss: valLoss, val_acc: valAccuracy });
  };
}
