import { layerConfig } from '../model';
import { tf } from '../tensorflow';
import { denseSums } from './denseSums';
import { isOfOneSize } from './isOfOneSize';
import type { Stage } from './stage';
import { stagesOfHidden, type StagesOptions } from './stagesOfHidden';
import { weightsAndBias } from './weightsAndBias';

/** A network as stages that end in logits. */
export interface StagedNetwork {
  readonly stages: readonly Stage[];
  /** [height, width, channels] of a picture. */
  readonly inputShape: readonly number[];
}

/** The stages of a model whose layers stand one after the other and end in a softmax, which is left out; undefined where a layer, or a
 *  setting of one, is of a kind that there is no stage for. A pooling goes before the bias and ReLU that come before it.
 */
export function stagesOf(model: tf.LayersModel, options: StagesOptions): StagedNetwork | undefined {
  if (!(model instanceof tf.Sequential) || hasPenalties(model)) return undefined;
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const inputShape = model.inputs[0].shape.slice(1);
  if (inputShape.length !== 3 || inputShape.includes(null)) return undefined;
  // A layer used twice has one gradient from each place, and one mask for each.
  if (new Set(layers).size < layers.length) return undefined;
  const hidden = stagesOfHidden(layers.slice(0, -1), options);
  const last = layers.at(-1);
  const logits = last && logitsOf(last);
  if (hidden === undefined || logits === undefined) return undefined;
  return { stages: [...hidden, ...logits], inputShape: inputShape as number[] };
}

/** Asked of the layers: a Sequential that did not run yet gives no losses of its own. */
function hasPenalties(model: tf.LayersModel): boolean {
  return model.layers.some(({ losses }) => losses.length > 0);
}

function logitsOf(layer: tf.layers.Layer): Stage[] | undefined {
  if (layer.getClassName() !== 'Dense' || layerConfig(layer).activation !== 'softmax') return undefined;
  const [weights, bias] = weightsAndBias(layer);
  return isOfOneSize(layer) ? denseSums(layer, { weights, bias }) : undefined;
}
