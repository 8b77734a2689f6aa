import type { tf } from '../tensorflow';
import { filterGradientByProducts } from './filterGradientByProducts';
import type { Kernels, Padding } from './kernels';
import type { Stage } from './stage';

/** Filters of at least so many weights a place: TensorFlow's own gradient by the picture is then two to three times as slow as a
 *  convolution. */
const LARGE_FILTER = 8192;

/** Work that the gradient as a convolution may add: it covers the picture's border too. */
const LITTLE_MORE = 1.25;

export interface ConvolutionOptions {
  readonly padding: Padding;
  /** [height, width] of what goes in and of what comes out. */
  readonly inputSize: readonly [number, number];
  readonly outputSize: readonly [number, number];
}

/** How a stage does the convolution's ways back. */
export interface ConvolutionWays {
  /** The filter's gradient as a product for each of its places instead of TensorFlow's own; false by default. */
  readonly filterByProducts?: boolean;
}

/** Convolution with stride 1 by `filter` [rows, columns, channels, filters].
 *  Its gradient by the picture is, where that is faster, a convolution too: of `dy`, padded, by the filter turned round. */
export function convolutionStage(
  filter: tf.Variable,
  { padding, inputSize, outputSize, filterByProducts = false }: ConvolutionOptions & ConvolutionWays,
): Stage {
  const shape = filter.shape as number[];
  const more = (inputSize[0] * inputSize[1]) / (outputSize[0] * outputSize[1]);
  const byConvolution = more <= LITTLE_MORE || shape[2] * shape[3] >= LARGE_FILTER;
  return {
    monotone: false,
    variables: [filter],
    forward(input, { kernels }) {
      const weights = kernels.variable(filter);
      return {
        output: kernels.convolution(input, weights, padding),
        backward: (dy, wantsInput) => ({
          ...(wantsInput && {
            input: byConvolution
              ? convolveBack(kernels, { dy, weights, shape, padding })
              : kernels.inputGradient(input, weights, dy, padding),
          }),
          weights: [
            [
              filter,
              filterByProducts
                ? filterGradientByProducts(kernels, { x: input, dy, shape, padding, outputSize })
                : kernels.filterGradient(input, shape, dy, padding),
            ],
          ],
        }),
      };
    },
  };
}

function convolveBack<V>(
  kernels: Kernels<V>,
  { dy, weights, shape, padding }: { dy: V; weights: V; shape: readonly number[]; padding: Padding },
): V {
  const [rows, columns, channels, filters] = shape;
  const places = kernels.reshape(weights, [rows * columns, channels, filters]);
  const turned = kernels.reshape(kernels.transpose(kernels.reverse(places), [0, 2, 1]), [
    rows,
    columns,
    filters,
    channels,
  ]);
  // What the convolution did not pad on one side, its gradient must; TensorFlow puts the odd zero of 'same' padding at the end.
  const zeros = (length: number): [number, number] =>
    padding === 'valid' ? [length - 1, length - 1] : [length >> 1, (length - 1) >> 1];
  return kernels.convolution(kernels.pad(dy, zeros(rows), zeros(columns)), turned, 'valid');
}
