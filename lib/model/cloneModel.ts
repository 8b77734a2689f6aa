import { tf } from '../tensorflow';
import './dropout';

/** A copy of a model with weights of its own, not compiled. The caller disposes it. */
export async function cloneModel(model: tf.LayersModel): Promise<tf.LayersModel> {
  const modelTopology = model.toJSON(null, false) as object;
  const copy = await tf.models.modelFromJSON({ modelTopology } as Parameters<
    typeof tf.models.modelFromJSON
  >[0]);
  copy.setWeights(model.getWeights());
  return copy;
}
