import { tf } from '../tensorflow';
import { layerChain } from './layerChain';
import type { ValueMap } from './valueMap';

/** The weights of a convolution on grey pictures, one small map a filter: what the first layer looks for, as it is stored.
 *  Throws RangeError when the layer is unknown, no convolution, or takes more than one channel, where a weight is no
 *  place in a picture any more. */
export function kernelsOf(model: tf.LayersModel, layer: string): ValueMap[] {
  const chain = layerChain('kernelsOf', model);
  const found = chain.layers[chain.indexOf(layer)];
  const [height, width, channels, filters] = (found.weights.at(0)?.shape ?? []) as number[];
  if (found.getClassName() !== 'Conv2D' || channels !== 1) {
    throw new RangeError(
      `kernelsOf: layer must be a convolution on one channel, got ${layer}; gradientAscent shows what deeper filters answer to.`,
    );
  }
  return tf.tidy(() => {
    const values = found.weights[0].read().transpose([3, 2, 0, 1]).dataSync() as Float32Array;
    const size = height * width;
    return Array.from({ length: filters }, (_, filter) => ({
      height,
      width,
      values: values.slice(filter * size, (filter + 1) * size),
    }));
  });
}
