import type { Scheme } from '../scheme';
import { tf } from '../tensorflow';
import { inputSize } from './inputSize';
import type { LabelledInputs } from './labelledInputs';
import { readText, type TextReading } from './readText';

/** Pictures at a time. */
const AT_ONCE = 64;

/** Reads prepared pictures with a recognizer of their scheme. The scores are divided by `temperature` before the softmax; 1 by default. */
export function recognize(
  model: tf.LayersModel,
  { count, values }: Pick<LabelledInputs, 'count' | 'values'>,
  { scheme, temperature = 1 }: { readonly scheme: Scheme; readonly temperature?: number },
): TextReading[] {
  const { height, width } = inputSize(scheme);
  const length = height * width;
  const [, steps, classes] = model.outputs[0].shape as [null, number, number];
  const readings: TextReading[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const many = Math.min(AT_ONCE, count - from);
    const input = Float32Array.from(
      values.subarray(from * length, (from + many) * length),
      (value) => value / 127,
    );
    const probabilities = tf.tidy(() => {
      const images = tf.tensor4d(input, [many, height, width, 1]);
      const scores = model.apply(images, { training: false }) as tf.Tensor3D;
      return scores.div(temperature).softmax().dataSync<'float32'>();
    });
    const size = steps * classes;
    for (let index = 0; index < many; index++) {
      const columns = { steps, classes, values: probabilities.slice(index * size, (index + 1) * size) };
      readings.push(readText(columns, scheme));
    }
  }
  return readings;
}
