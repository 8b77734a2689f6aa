import { createRandom, deriveSeed } from '../random';
import { tf } from '../tensorflow';

/** The pictures that gradient ascent begins with, [filters, height, width, 1]: uniform between two grey levels. Each filter has
 *  a stream of its own, so that its pattern does not depend on which others are asked for. @internal */
export function startNoise(
  filters: readonly number[],
  {
    height,
    width,
    seed,
    layer,
    levels: [low, high],
  }: { height: number; width: number; seed: number; layer: string; levels: readonly [number, number] },
): tf.Tensor4D {
  const size = height * width;
  const values = new Float32Array(filters.length * size);
  filters.forEach((filter, slot) => {
    const random = createRandom(deriveSeed(seed, layer, filter));
    for (let pixel = 0; pixel < size; pixel++) {
      values[slot * size + pixel] = low + (high - low) * random.uniform();
    }
  });
  return tf.tensor4d(values, [filters.length, height, width, 1]);
}
