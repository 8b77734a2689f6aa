import type { tf } from '../../../../../lib/tensorflow';
import { openModel } from './openModel';
import { bytesOf, readTryData } from './readTryData';

/** The reader that the page carries, on the backend that is set. */
export async function openTryReader(): Promise<tf.LayersModel> {
  const { topology, weightSpecs, weights } = readTryData();
  return openModel({ topology, weightSpecs, weights: bytesOf(weights) });
}
