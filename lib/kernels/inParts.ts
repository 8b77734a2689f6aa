import { tf } from '../tensorflow';

/** Pictures at a time: as many as make products of matrices efficient, as few as keep the arrays between layers small. */
export const PICTURES_AT_ONCE = 32;

/** A function that does what `predict` does for pictures [batch, …], `PICTURES_AT_ONCE` of them at a time. */
export function inParts(predict: (images: tf.Tensor) => tf.Tensor): (images: tf.Tensor) => tf.Tensor {
  return (images) => {
    const [count, ...size] = images.shape;
    if (count <= PICTURES_AT_ONCE) return predict(images);
    return tf.tidy(() => {
      const values = images.dataSync<'float32'>();
      const each = values.length / count;
      const parts = Array.from({ length: Math.ceil(count / PICTURES_AT_ONCE) }, (_, part) => {
        const some = values.subarray(part * PICTURES_AT_ONCE * each, (part + 1) * PICTURES_AT_ONCE * each);
        const batch = tf.tensor(some, [some.length / each, ...size]);
        const probabilities = predict(batch);
        batch.dispose();
        return probabilities;
      });
      return tf.concat(parts, 0);
    });
  };
}
