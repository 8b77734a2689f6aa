import type { ExampleSource } from '../data';
import { tf } from '../tensorflow';

/** Pictures and labels of one batch. `images` is [count, height, width, 1]; whoever asked for it disposes it before
 *  asking for the next, because TensorFlow reads the reader's own memory and the next batch overwrites it. */
export interface Batch {
  readonly images: tf.Tensor4D;
  readonly labels: Uint8Array;
}

interface BatchReaderOptions {
  readonly batchSize: number;
  readonly inputScale: number;
  /** Classes the model knows. */
  readonly classes: number;
}

/** Reads batches of up to `batchSize` examples into memory that is allocated once.
 *  `read(order, from)` takes the examples order[from] … and stops at the end of `order`.
 *  Throws RangeError for a class the model does not know. */
export function createBatchReader(
  source: ExampleSource,
  { batchSize, inputScale, classes }: BatchReaderOptions,
): { read(order: ArrayLike<number>, from: number): Batch } {
  const size = source.height * source.width;
  const capacity = Math.min(batchSize, source.count);
  const values = new Float32Array(capacity * size);
  const truth = new Uint8Array(capacity);
  return {
    read(order, from) {
      const count = Math.min(capacity, order.length - from);
      for (let slot = 0; slot < count; slot++) {
        const example = order[from + slot];
        const label = source.read(example, values, slot * size);
        if (!(label >= 0 && label < classes)) {
          throw new RangeError(
            `Example ${example} has class ${label}, but the model knows 0 to ${classes - 1}; build it with more classes.`,
          );
        }
        truth[slot] = label;
      }
      const pixels = values.subarray(0, count * size);
      if (inputScale !== 1) for (let index = 0; index < pixels.length; index++) pixels[index] *= inputScale;
      return {
        images: tf.tensor4d(pixels, [count, source.height, source.width, 1]),
        labels: truth.subarray(0, count),
      };
    },
  };
}
