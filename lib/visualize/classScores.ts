import { tf } from '../tensorflow';
import { applyLayers } from './layerChain';

/** A class's score before the softmax, or its probability after it. */
export type ScoreKind = 'logit' | 'probability';

/** A function from what `layers`, the end of a model, take to the classes' scores [batch, classes]. For 'logit' a last
 *  fully-connected layer with a softmax is applied without it; any other last layer is applied as it is. @internal */
export function classScores(
  layers: readonly tf.layers.Layer[],
  kind: ScoreKind,
): (x: tf.Tensor) => tf.Tensor {
  const output = layers.at(-1);
  const softmax =
    output?.getClassName() === 'Dense' &&
    (output.getConfig() as { activation?: string }).activation === 'softmax';
  if (kind === 'probability' || !output || !softmax) return (x) => applyLayers(layers, x);
  const [kernel, bias] = output.weights.map((weight) => weight.read() as tf.Tensor2D);
  return (x) => {
    const sums = (applyLayers(layers.slice(0, -1), x) as tf.Tensor2D).matMul(kernel);
    return output.weights.length > 1 ? sums.add(bias) : sums;
  };
}
