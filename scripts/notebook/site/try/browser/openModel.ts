import type { tf as TensorFlow } from '../../../../../lib/tensorflow';
import { tf } from './tf';

type LayersModel = TensorFlow.LayersModel;

/** A network as tfjs saves it. */
export interface SavedModel {
  readonly topology: object;
  readonly weightSpecs: readonly object[];
  /** Its weights one after the other, as the specifications have them. */
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** The network on the backend that is set. */
export async function openModel({ topology, weightSpecs, weights }: SavedModel): Promise<LayersModel> {
  const model = await tf.models.modelFromJSON({
    modelTopology: topology,
  } as Parameters<typeof tf.models.modelFromJSON>[0]);
  const specs = weightSpecs as Parameters<typeof tf.io.decodeWeights>[1];
  const values = tf.io.decodeWeights(weights.buffer, specs);
  model.loadWeights(values);
  tf.dispose(values);
  return model;
}
