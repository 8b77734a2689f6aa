import type { tf } from '../tensorflow';
import type { ReaderSet } from './readerSet';
import { TUNING_RECIPE } from './readerRecipe';
import { trainReader, type TrainReaderOptions } from './trainReader';

export interface TuneReaderOptions extends Pick<
  TrainReaderOptions,
  'seed' | 'onProgress' | 'every' | 'signal'
> {
  /** Pictures as they will come, with the labels they are thought to have. */
  readonly real: ReaderSet;
  /** Drawn pictures without noise, so that what was learnt from many is not forgotten for a few. */
  readonly drawn: ReaderSet;
  readonly steps?: number;
  readonly learningRate?: number;
}

/** Goes on training a reader, in place, with pictures of the kind that it is to read: six of ten in each batch are real, some
 *  with a further noise curve, the others drawn. Throws RangeError as `trainReader` does. */
export async function tuneReader(
  model: tf.LayersModel,
  {
    real,
    drawn,
    steps = TUNING_RECIPE.steps,
    learningRate = TUNING_RECIPE.learningRate,
    ...options
  }: TuneReaderOptions,
): Promise<{ readonly steps: number }> {
  const { realShare, moreCurves, batchSize } = TUNING_RECIPE;
  return trainReader(model, {
    ...options,
    sources: [
      { set: real, share: realShare, curves: moreCurves },
      { set: drawn, share: 1 - realShare, curves: 2 },
    ],
    steps,
    batchSize,
    learningRate,
    warmUp: 0,
  });
}
