import { checkWhole } from '../checks';
import { cloneModel } from '../model';
import { createRandom, deriveSeed } from '../random';
import { tf } from '../tensorflow';

export interface ShuffleWeightsOptions {
  /** Layers whose weights are shuffled, by name; all by default. */
  readonly layers?: readonly string[];
  readonly seed: number;
}

/** A copy of a model whose weights are the same numbers in another order: each array shuffled by itself, so that the
 *  sizes stay and what was learnt goes. An explanation that looks the same for both explains nothing. The caller disposes the
 *  copy. Throws RangeError for an unknown layer. Source: Adebayo et al. 2018, "Sanity Checks for Saliency Maps". */
export async function shuffleWeights(
  model: tf.LayersModel,
  { layers, seed }: ShuffleWeightsOptions,
): Promise<tf.LayersModel> {
  checkWhole('shuffleWeights', { seed });
  const names = model.layers.map(({ name }) => name);
  const unknown = layers?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(
      `shuffleWeights: layers must be of ${names.join(', ')}, got ${JSON.stringify(unknown)}.`,
    );
  }
  const copy = await cloneModel(model);
  tf.tidy(() => {
    for (const layer of copy.layers) {
      if (layers && !layers.includes(layer.name)) continue;
      const shuffled = layer.getWeights().map((weight, index) => {
        const random = createRandom(deriveSeed(seed, layer.name, index));
        return tf.tensor(random.shuffle(Array.from(weight.dataSync())), weight.shape);
      });
      layer.setWeights(shuffled);
    }
  });
  return copy;
}
