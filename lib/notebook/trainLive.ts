import { trainingCurves, type TrainingHistory } from '../plots';
import type { tf } from '../tensorflow';
import {
  formatProgress,
  interruptible,
  train,
  type EpochEntry,
  type TrainingResult,
  type TrainOptions,
} from '../training';
import { createLiveFigure } from './createLiveFigure';
import { createProgressLine } from './createProgressLine';
import { curvesOf } from './curvesOf';
import { currentDisplay, type DisplaySink } from './display';
import { quantity } from '../metrics';

export interface TrainLiveOptions extends TrainOptions {
  title?: string;
  subtitle?: string;
  /** The report's curves, drawn in grey behind ours. */
  reported?: Partial<TrainingHistory>;
  display?: DisplaySink;
}

/** Trains as `train` does while one line tells how far it is and a figure grows by one point an epoch. A diagnosis
 *  of the trainer (a dead or diverging network) stays below the line. The notebook's stop button, or Ctrl-C, ends the
 *  training after the current batch and gives the result so far. Throws as `train` does. */
export async function trainLive(
  model: tf.LayersModel,
  { title, subtitle, reported, display = currentDisplay(), ...options }: TrainLiveOptions,
): Promise<TrainingResult> {
  const history: EpochEntry[] = [];
  const figure = (): ReturnType<typeof trainingCurves> =>
    trainingCurves(curvesOf(history), {
      epochs: options.epochs,
      ...(title === undefined ? {} : { title }),
      ...(subtitle === undefined ? {} : { subtitle }),
      ...(reported === undefined ? {} : { reported }),
    });
  const line = createProgressLine({ display });
  const live = createLiveFigure(figure(), { display });
  const result = await interruptible((stop) =>
    train(model, {
      ...options,
      signal: options.signal ? AbortSignal.any([stop, options.signal]) : stop,
      onProgress: (progress) => {
        line.update(formatProgress(progress));
        options.onProgress?.(progress);
      },
      onEpoch: (entry) => {
        history.push(entry);
        live.update(figure());
        options.onEpoch?.(entry);
      },
    }),
  );
  history.splice(0, history.length, ...result.history);
  live.done(figure());
  line.done(summary(result, options.epochs));
  return result;
}

function summary(
  { history, best, last, interrupted, diagnosis, precision }: TrainingResult,
  epochs: number,
): string {
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const lines = [
    `${history.length} of ${quantity(epochs, 'epoch')}${interrupted ? ', interrupted' : ''}`,
    ...(last ? [`last: training ${percent(last.accuracy)}, validation ${percent(last.valAccuracy)}`] : []),
    ...(best ? [`best: validation ${percent(best.valAccuracy)} in epoch ${best.epoch}`] : []),
    ...(precision === 'float32' ? [] : [precision]),
  ];
  return lines.join(' · ') + (diagnosis ? `\n${diagnosis.message}` : '');
}
