import { checkWhole } from '../checks';
import { checkGreys, checkOptions, type GreyImage } from '../image';
import { tf } from '../tensorflow';
import { checkModel } from './checkModel';
import { checkFinite } from './checkFinite';
import { convolutionsOf } from './convolutionsOf';
import { layerChain } from './layerChain';
import { pictureBatch, type InputScaleOption } from './pictureBatch';

/** How the filters of one layer answer a set of pictures. */
export interface LayerActivity {
  readonly layer: string;
  readonly filters: number;
  /** Filters that answer to none of the pictures, anywhere, by index. */
  readonly dead: readonly number[];
  /** Mean over the pictures of the share of filters that are blank for a picture, 0 to 1. */
  readonly blankShare: number;
}

export interface DeadFiltersOptions extends InputScaleOption {
  /** Pictures at a time, 32 by default. */
  readonly batchSize?: number;
}

/** For each convolution: which filters never answer (largest activation 0 over all pictures and places), and how many
 *  are blank for a picture on average; dropout off. A filter is dead only as far as these pictures show.
 *  Throws RangeError as `activations` does, and when batchSize is no whole number of at least 1. */
export function deadFilters(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  options: DeadFiltersOptions,
): LayerActivity[] {
  checkModel('deadFilters', model);
  checkGreys('deadFilters', images);
  checkOptions('deadFilters', options, '{ inputScale: 1 / 255 }');
  const { inputScale, batchSize = 32 } = options;
  checkWhole('deadFilters', { batchSize }, 1);
  const chain = layerChain('deadFilters', model);
  const indices = convolutionsOf(model).map((name) => chain.indexOf(name));
  const answered = indices.map(() => new Set<number>());
  const blank = indices.map(() => 0);
  const filters = indices.map((index) => (chain.layers[index].outputShape as number[])[3]);
  for (let from = 0; from < Math.max(1, images.length); from += batchSize) {
    tf.tidy(() => {
      let value: tf.Tensor = pictureBatch('deadFilters', model, images.slice(from, from + batchSize), {
        inputScale,
      });
      chain.layers.slice(0, Math.max(-1, ...indices) + 1).forEach((layer, index) => {
        value = layer.apply(value, { training: false }) as tf.Tensor;
        const slot = indices.indexOf(index);
        if (slot < 0) return;
        value
          .max([1, 2])
          .dataSync()
          .forEach((largest, position) => {
            if (Number.isNaN(largest)) checkFinite('deadFilters', [largest]);
            if (largest > 0) answered[slot].add(position % filters[slot]);
            else blank[slot]++;
          });
      });
    });
  }
  return indices.map((index, slot) => ({
    layer: chain.layers[index].name,
    filters: filters[slot],
    dead: Array.from({ length: filters[slot] }, (_, filter) => filter).filter(
      (one) => !answered[slot].has(one),
    ),
    blankShare: blank[slot] / (filters[slot] * images.length),
  }));
}
