import { variableOf } from '../model';
import type { tf } from '../tensorflow';

/** A layer's weights and, if it has one, its bias. */
export function weightsAndBias(
  layer: tf.layers.Layer,
): readonly [weights: tf.Variable, bias: tf.Variable | undefined] {
  const [weights, bias] = layer.weights.map(variableOf);
  return [weights, bias];
}
