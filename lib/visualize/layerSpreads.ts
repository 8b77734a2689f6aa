import type { GreyImage } from '../image';
import { tf } from '../tensorflow';
import { layerChain } from './layerChain';
import { pictureBatch, type InputScaleOption } from './pictureBatch';

/** How large the numbers are that leave a layer with weights. */
export interface LayerSpread {
  readonly layer: string;
  /** Standard deviation, over pictures, places and filters, of the layer's sums before its activation function. */
  readonly spread: number;
}

/** The spread of the numbers layer by layer for some pictures, the layers with weights in order, dropout off: at the
 *  start of training it shows whether the numbers shrink or grow on their way, and with what size the last ones reach
 *  the softmax. Throws RangeError without pictures or when one does not fit, and for a model with branches.
 *  Source: the measure of Glorot & Bengio 2010 and He et al. 2015. */
export function layerSpreads(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  { inputScale }: InputScaleOption,
): LayerSpread[] {
  if (images.length === 0) throw new RangeError('layerSpreads: images is empty; give at least one picture.');
  const { layers } = layerChain('layerSpreads', model);
  const spreads: LayerSpread[] = [];
  tf.tidy(() => {
    let value: tf.Tensor = pictureBatch('layerSpreads', model, images, { inputScale });
    for (const layer of layers) {
      if (layer.weights.length > 0) {
        spreads.push({ layer: layer.name, spread: deviation(sumsOf(layer, value)) });
      }
      value = layer.apply(value, { training: false }) as tf.Tensor;
    }
  });
  return spreads;
}

/** What a convolution or a full layer adds up, without its activation function. */
function sumsOf(layer: tf.layers.Layer, input: tf.Tensor): tf.Tensor {
  const [kernel, bias] = layer.getWeights();
  if (kernel.rank === 2) return (input as tf.Tensor2D).matMul(kernel as tf.Tensor2D).add(bias);
  const { padding } = layer.getConfig() as { padding: 'same' | 'valid' };
  return tf.conv2d(input as tf.Tensor4D, kernel as tf.Tensor4D, 1, padding).add(bias);
}

function deviation(values: tf.Tensor): number {
  return Math.sqrt(tf.moments(values).variance.dataSync()[0]);
}
