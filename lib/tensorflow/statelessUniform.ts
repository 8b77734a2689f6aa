import { createRandom, deriveSeed } from '../random';
import { nativeBackend, typeAttribute } from './nativeBackend';
import { tf } from './tf';

export interface StatelessUniformOptions {
  /** Two whole numbers from 0 to 2^31 - 1; the same pair always gives the same values. */
  readonly seed: readonly [number, number];
}

/** Tensor of `shape` with uniform float32 values in [0, 1), a pure function of shape and seed.
 *  Drawn by TensorFlow's StatelessRandomUniform kernel (Philox), millions a second. On a backend without it the
 *  values come from `createRandom`: other values, equally repeatable. The caller disposes the tensor.
 *  Throws RangeError when a seed is out of range. */
export function statelessUniform(shape: readonly number[], { seed }: StatelessUniformOptions): tf.Tensor {
  for (const part of seed) {
    if (!Number.isInteger(part) || part < 0 || part > 0x7fffffff) {
      throw new RangeError(
        `statelessUniform: seed must be two whole numbers from 0 to 2^31 - 1, got ${part}; use deriveSeed.`,
      );
    }
  }
  const native = nativeBackend();
  if (native === undefined) {
    const random = createRandom(deriveSeed(seed[0], seed[1]));
    return tf.tensor(
      Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => random.uniform()),
      [...shape],
    );
  }
  return tf.tidy(() =>
    native.executeSingleOutput(
      'StatelessRandomUniform',
      [
        typeAttribute(native, 'dtype', 'float32'),
        typeAttribute(native, 'T', 'int32'),
        typeAttribute(native, 'Tseed', 'int32'),
      ],
      [tf.tensor1d([...shape], 'int32'), tf.tensor1d([...seed], 'int32')],
    ),
  );
}
