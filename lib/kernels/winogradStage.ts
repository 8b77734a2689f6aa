import type { tf } from '../tensorflow';
import type { ConvolutionOptions } from './convolutionStage';
import type { Kernels } from './kernels';
import type { Stage } from './stage';
import { winogradAxis, type WinogradAxis } from './winogradAxis';

/** The same, within 1e-5 of the largest, as `convolutionStage` for a 3 x 3 filter, with a third to half of the products: tiles of the picture and the filter are
 *  brought to where a convolution is a product, the products being matrices over channels, and back. All three convolutions of a
 *  training step, the two on the way back included, are done there. It pays where channels are many, for the way there and back costs by the
 *  picture and the products by its channels.
 *  Source: Winograd 1980; Lavin and Gray 2016. */
export function winogradStage(
  filter: tf.Variable,
  { padding, inputSize, outputSize }: ConvolutionOptions,
): Stage {
  const before = padding === 'same' ? 1 : 0;
  const [down, across] = [0, 1].map((axis) =>
    winogradAxis(inputSize[axis], { outputSize: outputSize[axis], before }),
  );
  const [, , channels, filters] = filter.shape as [number, number, number, number];
  const products = down.products * across.products;
  return {
    monotone: false,
    variables: [filter],
    forward(input, { kernels }) {
      const there = transforms(kernels, { down, across, inputSize, outputSize });
      const spread = kernels.constant(filterMatrix(down, across), [products, 9], 'float32');
      const weights = kernels.reshape(
        kernels.matMul(spread, kernels.reshape(kernels.variable(filter), [9, channels * filters])),
        [products, channels, filters],
      );
      const tiles = there.input(input, channels);
      return {
        output: there.output(kernels.batchMatMul(tiles, weights), filters),
        backward(dy) {
          const byProducts = there.outputBack(dy, filters);
          const byWeights = kernels.batchMatMul(tiles, byProducts, 'a');
          const byFilter = kernels.matMul(
            spread,
            kernels.reshape(byWeights, [products, channels * filters]),
            'a',
          );
          return {
            input: there.inputBack(kernels.batchMatMul(byProducts, weights, 'b'), channels),
            weights: [[filter, kernels.reshape(byFilter, filter.shape)]],
          };
        },
      };
    },
  };
}

/** (products of both axes) x 9. */
function filterMatrix(down: WinogradAxis, across: WinogradAxis): number[] {
  return down.filter.flatMap((rows) =>
    across.filter.flatMap((columns) => rows.flatMap((row) => columns.map((column) => row * column))),
  );
}

interface Transforms<V> {
  /** Pictures as [products, batch x tiles, channels]. */
  input(x: V, channels: number): V;
  /** Products as pictures. */
  output(products: V, filters: number): V;
  /** The gradients of both. */
  outputBack(dy: V, filters: number): V;
  inputBack(byTiles: V, channels: number): V;
}

/** What goes along the height and the width: two matrices, or their transposes. */
interface Along<V> {
  readonly matrices: readonly [V, V];
  readonly size: readonly number[];
  readonly channels: number;
  readonly transposed?: 'a';
}

function transforms<V>(
  kernels: Kernels<V>,
  {
    down,
    across,
    inputSize,
    outputSize,
  }: { down: WinogradAxis; across: WinogradAxis } & Pick<ConvolutionOptions, 'inputSize' | 'outputSize'>,
): Transforms<V> {
  const { batchMatMul, constant, reshape, transpose } = kernels;
  const [rows, columns] = [down, across].map((axis) => axis.products * axis.tiles);
  const inDown = constant(down.input, [rows, inputSize[0]], 'float32');
  const inAcross = constant(across.input, [columns, inputSize[1]], 'float32');
  const outDown = constant(down.output, [outputSize[0], rows], 'float32');
  const outAcross = constant(across.output, [outputSize[1], columns], 'float32');
  /** Along the width and then the height of [batch, height, width, channels], by matrices or their transposes. */
  const both = (x: V, { matrices, size, channels, transposed }: Along<V>): V => {
    const wide = batchMatMul(matrices[1], reshape(x, [-1, size[1], channels]), transposed);
    return batchMatMul(matrices[0], reshape(wide, [-1, size[0], columns * channels]), transposed);
  };
  const back = (x: V, { matrices, size, channels, transposed }: Along<V>): V => {
    const high = batchMatMul(matrices[0], reshape(x, [-1, rows, columns * channels]), transposed);
    const all = batchMatMul(matrices[1], reshape(high, [-1, columns, channels]), transposed);
    return reshape(all, [-1, ...size, channels]);
  };
  /** The products' index first, as a batch of matrices, and last. */
  const gather = (x: V, channels: number): V => {
    const apart = reshape(x, [-1, down.products, down.tiles, across.products, across.tiles * channels]);
    return reshape(transpose(apart, [1, 3, 0, 2, 4]), [down.products * across.products, -1, channels]);
  };
  const scatter = (x: V, channels: number): V =>
    transpose(
      reshape(x, [down.products, across.products, -1, down.tiles, across.tiles * channels]),
      [2, 0, 3, 1, 4],
    );
  return {
    input: (x, channels) =>
      gather(both(x, { matrices: [inDown, inAcross], size: inputSize, channels }), channels),
    output: (x, channels) =>
      back(scatter(x, channels), { matrices: [outDown, outAcross], size: outputSize, channels }),
    outputBack: (x, channels) =>
      gather(
        both(x, { matrices: [outDown, outAcross], size: outputSize, channels, transposed: 'a' }),
        channels,
      ),
    inputBack: (x, channels) =>
      back(scatter(x, channels), {
        matrices: [inDown, inAcross],
        size: inputSize,
        channels,
        transposed: 'a',
      }),
  };
}
