import { checkWhole } from '../checks';
import type { tf } from '../tensorflow';
import type { TrainRecognizerOptions } from './recognizerTraining';

/** Throws RangeError, naming the option, unless a training can be done as asked. @internal */
export function checkTrainRecognizer(
  model: tf.LayersModel,
  { pictures, steps, seconds, batchSize = 32, learningRate = 1e-3, seed, every = 20 }: TrainRecognizerOptions,
): void {
  checkWhole('trainRecognizer', { steps, batchSize, every }, 1);
  checkWhole('trainRecognizer', { seed });
  if (!(learningRate > 0 && Number.isFinite(learningRate))) {
    throw new RangeError(`trainRecognizer: learningRate must be a number above 0, got ${learningRate}.`);
  }
  if (seconds !== undefined && !(seconds > 0)) {
    throw new RangeError(`trainRecognizer: seconds must be above 0, got ${seconds}.`);
  }
  const { count, size, texts } = pictures;
  if (count < 1) throw new RangeError('trainRecognizer: pictures must be at least one, got none.');
  const [, height, width] = model.inputs[0].shape;
  const [, columns, classes] = model.outputs[0].shape as [null, number, number];
  if (height !== size.height || width !== size.width) {
    throw new RangeError(
      `trainRecognizer: pictures must be ${width} x ${height} as the model takes them, got ${size.width} x ${size.height}.`,
    );
  }
  for (const text of texts) {
    const stranger = text.find((label) => label >= classes - 1);
    if (stranger !== undefined) {
      throw new RangeError(
        `trainRecognizer: texts must be of classes below ${classes - 1}, the blank, got ${stranger}.`,
      );
    }
    // A repeat needs a blank between.
    const needed = text.length + text.filter((label, place) => place > 0 && label === text[place - 1]).length;
    if (text.length === 0 || needed > columns) {
      throw new RangeError(
        `trainRecognizer: texts must have 1 to ${columns} columns' worth of characters, got one of ${needed}.`,
      );
    }
  }
}
