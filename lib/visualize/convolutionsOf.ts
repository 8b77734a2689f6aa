import type { tf } from '../tensorflow';

/** Names of a model's convolutions, input side first. */
export function convolutionsOf(model: tf.LayersModel): string[] {
  return model.layers.filter((layer) => layer.getClassName() === 'Conv2D').map(({ name }) => name);
}
