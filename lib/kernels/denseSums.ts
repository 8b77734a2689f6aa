import type { tf } from '../tensorflow';
import { biasStage } from './biasStage';
import { denseStage } from './denseStage';
import type { Stage } from './stage';

/** A fully-connected layer's sums by `weights` and `bias`, its own or others; undefined for one whose input is not [batch, values].
 *  The layer must be of one size. */
export function denseSums(
  layer: tf.layers.Layer,
  { weights, bias }: { readonly weights: tf.Variable; readonly bias?: tf.Variable },
): Stage[] | undefined {
  if ((layer.getInputAt(0) as tf.SymbolicTensor).shape.length !== 2) return undefined;
  return [denseStage(weights), ...(bias ? [biasStage(bias)] : [])];
}
