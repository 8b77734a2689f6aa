import { tf } from '../tensorflow';
import { layerConfig } from '../model';
import { applyLayers } from './layerChain';
import { ownColumn } from './ownColumn';
import { patchConvolution } from './patchConvolution';

/** What of a filter is raised: its activations, or the sums before the activation function, which have a gradient also where
 *  a rectifier is closed. */
export type ResponseKind = 'activations' | 'sums';

/** Filters of a layer, and what of them is raised. @internal */
export interface FilterChoice {
  readonly filters: readonly number[];
  readonly kind: ResponseKind;
}

/** A function that gives, for pictures [n, height, width, 1], the mean response of filter `filters[i]` of `target` to
 *  picture i; `before` are the layers that lead to it. Of a convolution only these n filters are computed: at full width and
 *  16 filters a thirty-second of the layer's work.
 *  Throws RangeError when the sums of a layer are wanted that has none. @internal */
export function filterResponse(
  before: readonly tf.layers.Layer[],
  target: tf.layers.Layer,
  { filters, kind }: FilterChoice,
): (x: tf.Tensor) => tf.Tensor1D {
  const few = fewFilters(target, filters, kind);
  if (!few && kind === 'sums') {
    throw new RangeError(
      `gradientAscent: response 'sums' needs a convolution or fully-connected layer, got ${target.name}; use 'activations'.`,
    );
  }
  const first = before.length > 0 ? patchConvolution(before[0]) : undefined;
  const lead = (x: tf.Tensor): tf.Tensor =>
    first ? applyLayers(before.slice(1), first(x)) : applyLayers(before, x);
  return (x) =>
    tf.tidy(() => {
      const maps = few ? few(lead(x)) : applyLayers([target], lead(x));
      const places = maps.shape.length - 2;
      const means = places === 0 ? maps : maps.mean(maps.shape.map((_, axis) => axis).slice(1, -1));
      const columns = few ? filters.map((_, index) => index) : filters;
      return ownColumn(means, columns);
    });
}

/** The layer with only `filters`, or undefined where that would not be the same. */
function fewFilters(
  target: tf.layers.Layer,
  filters: readonly number[],
  kind: ResponseKind,
): ((x: tf.Tensor) => tf.Tensor) | undefined {
  const { strides, padding, dilationRate, dataFormat, activation } = layerConfig(target);
  const className = target.getClassName();
  if (!['Conv2D', 'Dense'].includes(className) || dataFormat === 'channelsFirst') return undefined;
  // A softmax looks at all classes.
  if (kind === 'activations' && !['relu', 'linear'].includes(activation)) return undefined;
  const [kernel, bias] = target.weights.map((weight) => weight.read());
  return (x) => {
    const chosen = tf.tensor1d([...filters], 'int32');
    const few = kernel.gather(chosen, kernel.rank - 1);
    const sums =
      className === 'Conv2D'
        ? tf.conv2d(x as tf.Tensor4D, few as tf.Tensor4D, strides, padding, 'NHWC', dilationRate)
        : tf.matMul(x, few);
    const biased = target.weights.length > 1 ? sums.add(bias.gather(chosen)) : sums;
    return kind === 'activations' && activation === 'relu' ? biased.relu() : biased;
  };
}
