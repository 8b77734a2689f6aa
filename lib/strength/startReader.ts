import { cloneModel } from '../model';
import { deriveSeed } from '../random';
import { buildRecognizer } from '../recognizer';
import type { Scheme } from '../scheme';
import type { tf } from '../tensorflow';
import type { MeasureStrengthOptions } from './strengthMeasurement';

/** The reader that learns from so many labels, as it is at first: a fresh one, or a copy of the one to go on from. The caller disposes
 *  it. @internal */
export async function startReader(
  scheme: Scheme,
  { seed, from, width }: Pick<MeasureStrengthOptions, 'seed' | 'from' | 'width'>,
  labels: number,
): Promise<tf.LayersModel> {
  return from
    ? cloneModel(from.model)
    : buildRecognizer(scheme, { seed: deriveSeed(seed, 'weights', labels), width });
}
