import { tf } from '../tensorflow';
import { patchRows } from './patchRows';
import type { StagedNetwork } from './stagesOf';

/** What a network's first stage takes: `images` [batch, height, width, channels] themselves, or their patches as a matrix. */
export function networkInput({ patches }: StagedNetwork, images: tf.Tensor): tf.Tensor {
  if (patches === undefined) return images;
  const rows = patches.rows * patches.columns + 1;
  const values = patchRows(images.dataSync<'float32'>(), patches);
  return tf.tensor2d(values, [rows, values.length / rows]);
}

/** Shape of the same, -1 where it depends on the batch. */
export function networkInputShape({ patches, inputShape }: StagedNetwork): number[] {
  return patches === undefined ? [-1, ...inputShape] : [patches.rows * patches.columns + 1, -1];
}
