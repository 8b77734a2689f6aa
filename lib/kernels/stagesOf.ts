import { Dropout } from '../model';
import { layerConfig } from '../model/layerConfig';
import { variableOf } from '../model/variableOf';
import { tf } from '../tensorflow';
import { biasStage } from './biasStage';
import { convolutionStage } from './convolutionStage';
import { denseStage } from './denseStage';
import { dropoutStage } from './dropoutStage';
import { flattenStage } from './flattenStage';
import { poolStage } from './poolStage';
import { reluStage } from './reluStage';
import type { Stage } from './stage';
import { winogradStage } from './winogradStage';

/** Channels times filters, and pictures a batch, from which on Winograd's way pays: its cost for each picture goes with the channels, and that
 *  for each batch with the filter. */
const MANY_CHANNELS = 8192;
const MANY_PICTURES = 8;

/** A network as stages that end in logits. */
export interface StagedNetwork {
  readonly stages: readonly Stage[];
  /** [height, width, channels] of a picture. */
  readonly inputShape: readonly number[];
}

/** The stages of a model whose layers stand one after the other and end in a softmax, which is left out; undefined where a layer, or a
 *  setting of one, is of a kind that there is no stage for. A pooling goes before the bias and ReLU that come before it.
 *  batch: how many pictures at a time, more or less; it decides how convolutions are done, not what they give. */
export function stagesOf(
  model: tf.LayersModel,
  { batch }: { readonly batch: number },
): StagedNetwork | undefined {
  if (!(model instanceof tf.Sequential) || hasPenalties(model)) return undefined;
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  const inputShape = model.inputs[0].shape.slice(1);
  if (inputShape.length !== 3 || inputShape.includes(null)) return undefined;
  // A layer used twice has one gradient from each place, and one mask for each.
  if (new Set(layers).size < layers.length) return undefined;
  const hidden = stagesOfHidden(layers.slice(0, -1), { batch });
  const last = layers.at(-1);
  const logits = last?.getClassName() === 'Dense' ? ofDense(last, 'softmax') : undefined;
  if (hidden === undefined || logits === undefined) return undefined;
  return { stages: [...hidden, ...logits], inputShape: inputShape as number[] };
}

/** The stages of layers that stand one after the other, a network's from its first on, none of them its softmax; undefined where
 *  `stagesOf` is for their sake. */
export function stagesOfHidden(
  layers: readonly tf.layers.Layer[],
  { batch }: { readonly batch: number },
): Stage[] | undefined {
  const stages: Stage[] = [];
  for (const layer of layers) {
    const more = ofHidden(layer, batch);
    if (more === undefined) return undefined;
    const pools = layer.getClassName() === 'MaxPooling2D';
    const place = pools ? stages.findLastIndex(({ monotone }) => !monotone) + 1 : stages.length;
    stages.splice(place, 0, ...more);
  }
  return stages;
}

/** Asked of the layers: a Sequential that did not run yet gives no losses of its own. */
function hasPenalties(model: tf.LayersModel): boolean {
  return model.layers.some(({ losses }) => losses.length > 0);
}

function ofHidden(layer: tf.layers.Layer, batch: number): Stage[] | undefined {
  if (layer instanceof Dropout) return layer.noiseShape === null ? [dropoutStage(layer)] : undefined;
  switch (layer.getClassName()) {
    case 'Flatten':
      return layerConfig(layer).dataFormat === 'channelsFirst'
        ? undefined
        : [flattenStage((layer.outputShape as tf.Shape)[1]!)];
    case 'MaxPooling2D': {
      const { poolSize: size, strides, padding, dataFormat } = layerConfig(layer);
      return padding !== 'valid' || dataFormat === 'channelsFirst'
        ? undefined
        : [poolStage({ size, strides })];
    }
    case 'Conv2D':
      return ofConvolution(layer, batch);
    case 'Dense':
      return ofDense(layer);
    default:
      return undefined;
  }
}

function ofConvolution(layer: tf.layers.Layer, batch: number): Stage[] | undefined {
  if (!['relu', 'linear'].includes(layerConfig(layer).activation)) return undefined;
  const [filter, bias] = variables(layer);
  const sums = convolutionSums(layer, { filter, bias, batch });
  return sums && [...sums, ...activationStages(layer)];
}

/** A convolution layer's sums by `filter` and `bias`, its own or others; undefined for one that there is no stage for. */
export function convolutionSums(
  layer: tf.layers.Layer,
  {
    filter,
    bias,
    batch,
  }: { readonly filter: tf.Variable; readonly bias?: tf.Variable; readonly batch: number },
): Stage[] | undefined {
  const { strides, dilationRate, padding, dataFormat } = layerConfig(layer);
  if (![...strides, ...dilationRate].every((step) => step === 1)) return undefined;
  if (dataFormat === 'channelsFirst' || !['same', 'valid'].includes(padding)) return undefined;
  // Its first place: it may have been put into another model since.
  const [inputSize, outputSize] = [layer.getInputAt(0), layer.getOutputAt(0)].map(
    (tensor): [number, number] => {
      const [, height, width] = (tensor as tf.SymbolicTensor).shape;
      return [height!, width!];
    },
  );
  const options = { padding, inputSize, outputSize };
  const [rows, columns, channels, filters] = filter.shape;
  const pays = rows === 3 && columns === 3 && channels * filters >= MANY_CHANNELS && batch >= MANY_PICTURES;
  return [
    pays ? winogradStage(filter, options) : convolutionStage(filter, options),
    ...(bias ? [biasStage(bias)] : []),
  ];
}

/** `activation`: the one it must have, where there is a choice of none but it. */
function ofDense(layer: tf.layers.Layer, activation?: 'softmax'): Stage[] | undefined {
  const known = activation ? [activation] : ['relu', 'linear'];
  if (!known.includes(layerConfig(layer).activation)) return undefined;
  if ((layer.outputShape as tf.Shape).length !== 2) return undefined;
  const [weights, bias] = variables(layer);
  return [denseStage(weights), ...(bias ? [biasStage(bias)] : []), ...activationStages(layer)];
}

function activationStages(layer: tf.layers.Layer): Stage[] {
  return layerConfig(layer).activation === 'relu' ? [reluStage()] : [];
}

/** A layer's weights and, if it has one, its bias. */
function variables(layer: tf.layers.Layer): readonly [tf.Variable, tf.Variable | undefined] {
  const [weights, bias] = layer.weights.map(variableOf);
  return [weights, bias];
}
