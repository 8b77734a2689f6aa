import type { tf as TensorFlow } from '../../../../../lib/tensorflow';
import { bytesOf, readTryData } from './readTryData';
import { tf } from './tf';

type LayersModel = TensorFlow.LayersModel;

/** The reader that the page carries, on the backend that is set. */
export async function openTryReader(): Promise<LayersModel> {
  const { topology, weightSpecs, weights } = readTryData();
  const model = await tf.models.modelFromJSON({
    modelTopology: topology,
  } as Parameters<typeof tf.models.modelFromJSON>[0]);
  const specs = weightSpecs as Parameters<typeof tf.io.decodeWeights>[1];
  const values = tf.io.decodeWeights(bytesOf(weights).buffer, specs);
  model.loadWeights(values);
  tf.dispose(values);
  return model;
}
