import type { tf } from '../tensorflow';
import { checkTrainOptions } from './checkTrainOptions';
import { outputClasses } from './checkSource';
import { batchCrossEntropy } from './crossEntropy';
import { watchEpoch } from './deadNetwork';
import { evaluate } from './evaluate';
import type { Predictions } from './predictClasses';
import { createProgressMeter } from './progressMeter';
import { trainEpoch } from './trainEpoch';
import { openRun, type TrainingRun } from './trainingRun';
import type { EpochEntry, TrainOptions, TrainingResult } from './trainingTypes';

/** Trains `model` in place on `train`, measuring it on `validation` after each epoch, by categorical cross-entropy.
 *
 *  The model takes [batch, height, width, 1] and gives [batch, classes] probabilities; anything tfjs can build
 *  will do, and it need not be compiled. Everything random comes from `seed`: the same seed gives the same
 *  history on one machine. Between batches other work gets its turn. With a checkpoint a run that was stopped, by
 *  `signal` or by force, goes on as if it had not been, from the last checkpoint.
 *
 *  With fewer examples than classes to learn from or to measure on it warns (`onWarning`, else `console.warn`) and goes on.
 *
 *  Throws TypeError for an argument of another kind, RangeError for an option out of range, a source that is empty or does not fit the model, and a
 *  checkpoint that is damaged or belongs to another run. */
export async function train(model: tf.LayersModel, options: TrainOptions): Promise<TrainingResult> {
  checkTrainOptions(model, options);
  const { epochs, signal, onEpoch, onWarning, stopWhenDead = false } = options;
  warnOfFewExamples(options, outputClasses(model));
  const run = await openRun(model, options);
  try {
    const meter = createProgressMeter(options, options.now ?? (() => performance.now()));
    const { state, precision } = run;
    const measuring = { ...options, precision };
    let validation: Predictions | undefined;
    const mustStop = (): boolean =>
      stopWhenDead && state.diagnosis !== undefined && state.diagnosis.kind !== 'slow';
    while (state.history.length < epochs && !mustStop()) {
      const epoch = state.history.length + 1;
      const sums = await trainEpoch(model, run, options, meter);
      const trainingSeconds = meter.seconds();
      const predictions = sums && (await evaluate(model, options.validation, measuring));
      const tested = predictions && options.test && (await evaluate(model, options.test, measuring));
      if (sums === undefined) break;
      if (predictions === undefined || (options.test && !tested)) {
        // Stopped while it was measured: only that is left of the epoch.
        await run.save({ ...sums, seconds: trainingSeconds });
        break;
      }
      meter.endEpoch();
      const validated = measure(model, predictions);
      const test = tested && measure(model, tested);
      const entry: EpochEntry = {
        epoch,
        loss: sums.loss / sums.examples,
        accuracy: sums.correct / sums.examples,
        valLoss: validated.loss,
        valAccuracy: validated.accuracy,
        ...(test && { testLoss: test.loss, testAccuracy: test.accuracy }),
        examplesPerSecond: sums.examples / Math.max(trainingSeconds, 1e-9),
        seconds: meter.seconds(),
      };
      validation = predictions;
      const isNew = noteEpoch(run, entry, predictions, options);
      await run.save();
      onEpoch?.(entry);
      if (isNew && state.diagnosis !== undefined) onWarning?.(state.diagnosis.message);
    }
    return {
      history: state.history,
      best: best(state.history),
      last: state.history.at(-1),
      interrupted: signal?.aborted === true && state.history.length < epochs,
      diagnosis: state.diagnosis,
      validation: validation ?? (await laterPredictions(model, measuring, state.history.length)),
      resumedEpochs: run.resumedEpochs,
      precision,
    };
  } finally {
    run.dispose();
  }
}

/** Says so when there are fewer examples than classes: an accuracy would look like a result, and is none. */
function warnOfFewExamples(
  { train: learnt, validation, onWarning = console.warn }: TrainOptions,
  classes: number,
): void {
  const few = [['train', learnt] as const, ['validation', validation] as const].filter(
    ([, { count }]) => count < classes,
  );
  if (few.length === 0) return;
  const counts = few.map(
    ([name, { count }]) => `${name} holds ${count} ${count === 1 ? 'example' : 'examples'}`,
  );
  onWarning(
    `train: ${counts.join(' and ')} of ${classes} classes: too few to learn from or to measure on, so accuracies mean nothing. Give at least some of each class.`,
  );
}

function measure(
  model: tf.LayersModel,
  { probabilities, truth }: Predictions,
): { loss: number; accuracy: number } {
  const { loss, correct } = batchCrossEntropy(probabilities, truth, outputClasses(model));
  return { loss: loss / truth.length, accuracy: correct / truth.length };
}

/** Adds an epoch to the run and looks at its health; true when that brought a diagnosis, or a worse
 *  one. */
function noteEpoch(
  { state }: TrainingRun,
  entry: EpochEntry,
  predictions: Predictions,
  { optimizer, inputScale }: TrainOptions,
): boolean {
  state.history.push(entry);
  const { watch, diagnosis } = watchEpoch(state.watch, { ...entry, predictions, optimizer, inputScale });
  state.watch = watch;
  // A network that was slow may die later.
  const isNew =
    diagnosis !== undefined &&
    (state.diagnosis === undefined || (state.diagnosis.kind === 'slow' && diagnosis.kind !== 'slow'));
  if (isNew) state.diagnosis = diagnosis;
  return isNew;
}

/** Predictions when no epoch was completed in this call: those of the restored model, unless there is no time. */
async function laterPredictions(
  model: tf.LayersModel,
  options: TrainOptions,
  epochs: number,
): Promise<Predictions> {
  const predictions =
    epochs === 0 || options.signal?.aborted === true
      ? undefined
      : await evaluate(model, options.validation, options);
  return (
    predictions ?? { truth: new Uint8Array(), classes: new Uint8Array(), probabilities: new Float32Array() }
  );
}

function best(history: readonly EpochEntry[]): EpochEntry | undefined {
  return history.reduce<EpochEntry | undefined>(
    (leader, entry) => (leader === undefined || entry.valAccuracy > leader.valAccuracy ? entry : leader),
    undefined,
  );
}
