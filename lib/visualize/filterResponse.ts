import { tf } from '../tensorflow';
import { applyLayers } from './layerChain';
import { ownColumn } from './ownColumn';

/** A function that gives, for pictures [n, height, width, 1], the mean response of filter `filters[i]` of `target` to
 *  picture i; `before` are the layers that lead to it. Of a convolution only these n filters are computed: at full width and
 *  16 filters a thirty-second of the layer's work. @internal */
export function filterResponse(
  before: readonly tf.layers.Layer[],
  target: tf.layers.Layer,
  filters: readonly number[],
): (x: tf.Tensor) => tf.Tensor1D {
  const few = fewFilters(target, filters);
  return (x) =>
    tf.tidy(() => {
      const maps = few ? few(applyLayers(before, x)) : applyLayers([...before, target], x);
      const places = maps.shape.length - 2;
      const means = places === 0 ? maps : maps.mean(maps.shape.map((_, axis) => axis).slice(1, -1));
      const columns = few ? filters.map((_, index) => index) : filters;
      return ownColumn(means, columns);
    });
}

/** Settings of a convolution as its `getConfig` gives them. */
interface ConvolutionConfig {
  strides: [number, number];
  padding: 'same' | 'valid';
  dilationRate: [number, number];
  dataFormat?: string;
  activation: string;
}

/** The convolution `target` with only `filters`, or undefined where that would not be the same: other kinds of layers. */
function fewFilters(
  target: tf.layers.Layer,
  filters: readonly number[],
): ((x: tf.Tensor) => tf.Tensor) | undefined {
  if (target.getClassName() !== 'Conv2D') return undefined;
  const { strides, padding, dilationRate, dataFormat, activation } =
    target.getConfig() as unknown as ConvolutionConfig;
  if (dataFormat === 'channelsFirst' || !['relu', 'linear'].includes(activation)) return undefined;
  const [kernel, bias] = target.weights.map((weight) => weight.read());
  return (x) => {
    const chosen = tf.tensor1d([...filters], 'int32');
    const few = kernel.gather(chosen, 3) as tf.Tensor4D;
    const sums = tf.conv2d(x as tf.Tensor4D, few, strides, padding, 'NHWC', dilationRate);
    const biased = target.weights.length > 1 ? sums.add(bias.gather(chosen)) : sums;
    return activation === 'relu' ? biased.relu() : biased;
  };
}
