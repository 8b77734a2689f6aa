import { Dropout } from '../model';
import { layerConfig } from '../model';
import type { tf } from '../tensorflow';
import { convolutionSums } from './convolutionSums';
import { denseSums } from './denseSums';
import { dropoutStage } from './dropoutStage';
import { flattenStage } from './flattenStage';
import { isOfOneSize } from './isOfOneSize';
import { poolStage } from './poolStage';
import type { Precision } from './precision';
import { reluStage } from './reluStage';
import type { Stage } from './stage';
import { weightsAndBias } from './weightsAndBias';

/** What decides how convolutions are done, not what they give. */
export interface StagesOptions {
  /** How many pictures at a time, more or less. */
  readonly batch: number;
  /** Of the values that go through; float32 by default. */
  readonly precision?: Precision;
}

/** The stages of layers that stand one after the other, a network's from its first on, none of them its softmax; undefined where
 *  `stagesOf` is for their sake. */
export function stagesOfHidden(
  layers: readonly tf.layers.Layer[],
  options: StagesOptions,
): Stage[] | undefined {
  const stages: Stage[] = [];
  for (const layer of layers) {
    const more = isOfOneSize(layer) ? ofHidden(layer, options) : undefined;
    if (more === undefined) return undefined;
    const pools = layer.getClassName() === 'MaxPooling2D';
    const place = pools ? stages.findLastIndex(({ monotone }) => !monotone) + 1 : stages.length;
    stages.splice(place, 0, ...more);
  }
  return stages;
}

function ofHidden(layer: tf.layers.Layer, options: StagesOptions): Stage[] | undefined {
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
      return ofConvolution(layer, options);
    case 'Dense':
      return ofDense(layer);
    default:
      return undefined;
  }
}

function ofConvolution(layer: tf.layers.Layer, options: StagesOptions): Stage[] | undefined {
  if (!['relu', 'linear'].includes(layerConfig(layer).activation)) return undefined;
  const [filter, bias] = weightsAndBias(layer);
  const sums = convolutionSums(layer, { filter, bias, ...options });
  return sums && [...sums, ...activationStages(layer)];
}

function ofDense(layer: tf.layers.Layer): Stage[] | undefined {
  if (!['relu', 'linear'].includes(layerConfig(layer).activation)) return undefined;
  const [weights, bias] = weightsAndBias(layer);
  const sums = denseSums(layer, { weights, bias });
  return sums && [...sums, ...activationStages(layer)];
}

function activationStages(layer: tf.layers.Layer): Stage[] {
  return layerConfig(layer).activation === 'relu' ? [reluStage()] : [];
}
