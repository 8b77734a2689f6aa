import { tf } from '../tensorflow';
import { layerConfig } from '../model';

/** A convolution on pictures of one channel as a matrix product over patches, or undefined where the layer is of another kind.
 *  Same result, but its gradient with respect to the picture is a product of a few columns, where TensorFlow's own kernel
 *  for one channel takes as long as a much larger layer. @internal */
export function patchConvolution(layer: tf.layers.Layer): ((x: tf.Tensor) => tf.Tensor) | undefined {
  if (layer.getClassName() !== 'Conv2D') return undefined;
  const { strides, padding, dilationRate, dataFormat, activation } = layerConfig(layer);
  const [kernel, bias] = layer.weights.map((weight) => weight.read());
  const [rows, columns, channels, filters] = kernel.shape;
  const plain = [...strides, ...dilationRate].every((step) => step === 1) && dataFormat !== 'channelsFirst';
  if (channels !== 1 || !plain || !['relu', 'linear'].includes(activation)) return undefined;
  // TensorFlow puts the odd row or column of 'same' padding at the end.
  const before = padding === 'same' ? [(rows - 1) >> 1, (columns - 1) >> 1] : [0, 0];
  const after = padding === 'same' ? [rows >> 1, columns >> 1] : [0, 0];
  return (x) => {
    const [count, height, width] = x.shape;
    const [high, wide] = [
      height + before[0] + after[0] - rows + 1,
      width + before[1] + after[1] - columns + 1,
    ];
    const padded = x.pad([
      [0, 0],
      [before[0], after[0]],
      [before[1], after[1]],
      [0, 0],
    ]);
    const patches = Array.from({ length: rows * columns }, (_, place) =>
      padded.slice([0, Math.floor(place / columns), place % columns, 0], [count, high, wide, 1]),
    );
    const sums = tf
      .concat(patches, 3)
      .reshape([count * high * wide, rows * columns])
      .matMul(kernel.reshape([rows * columns, filters]))
      .reshape([count, high, wide, filters]);
    const biased = layer.weights.length > 1 ? sums.add(bias) : sums;
    return activation === 'relu' ? biased.relu() : biased;
  };
}
