import { layerConfig } from '../model';
import type { tf } from '../tensorflow';
import { biasStage } from './biasStage';
import { convolutionStage } from './convolutionStage';
import type { Precision } from './precision';
import type { Stage } from './stage';
import { winogradStage } from './winogradStage';

/** Channels times filters, and pictures a batch, from which on Winograd's way pays: its cost for each picture goes with the channels, and that
 *  for each batch with the filter. */
const MANY_CHANNELS = 8192;
const MANY_PICTURES = 8;

/** The same from which on, in bfloat16, the filter's gradient by products pays. */
const MANY_WEIGHTS_BFLOAT16 = 16_384;

/** A convolution layer's sums by `filter` and `bias`, its own or others; undefined for one that there is no stage for.
 *  The layer must take pictures of one size. */
export function convolutionSums(
  layer: tf.layers.Layer,
  {
    filter,
    bias,
    batch,
    precision = 'float32',
  }: {
    readonly filter: tf.Variable;
    readonly bias?: tf.Variable;
    readonly batch: number;
    /** 'bfloat16' has too few digits for Winograd's way. */
    readonly precision?: Precision;
  },
): Stage[] | undefined {
  const { strides, dilationRate, padding, dataFormat } = layerConfig(layer);
  if (![...strides, ...dilationRate].every((step) => step === 1)) return undefined;
  if (dataFormat === 'channelsFirst' || !['same', 'valid'].includes(padding)) return undefined;
  // It may stand in several models, always at the same size.
  const [inputSize, outputSize] = [layer.getInputAt(0), layer.getOutputAt(0)].map(
    (tensor): [number, number] => {
      const [, height, width] = (tensor as tf.SymbolicTensor).shape;
      return [height!, width!];
    },
  );
  const options = { padding, inputSize, outputSize };
  const [rows, columns, channels, filters] = filter.shape;
  const narrow = precision === 'bfloat16';
  const pays =
    !narrow && rows === 3 && columns === 3 && channels * filters >= MANY_CHANNELS && batch >= MANY_PICTURES;
  const filterByProducts = narrow && channels * filters >= MANY_WEIGHTS_BFLOAT16;
  return [
    pays ? winogradStage(filter, options) : convolutionStage(filter, { ...options, filterByProducts }),
    ...(bias ? [biasStage(bias)] : []),
  ];
}
