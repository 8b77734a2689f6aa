import { inputSize, labelledInputs, recognize, trainRecognizer, type LabelledInputs } from '../recognizer';
import { deriveSeed } from '../random';
import type { Scheme } from '../scheme';
import type { tf } from '../tensorflow';
import { judgeTexts } from './judgeTexts';
import { startReader } from './startReader';
import type { MeasureStrengthOptions } from './strengthMeasurement';
import type { StrengthRow } from './strengthResult';
import { trainingSteps } from './trainingSteps';

/** Adam's highest rate for a trained reader: at that of a fresh one it would forget what it knows. */
const GENTLE_RATE = 5e-4;

/** Seconds between checkpoints. */
const CHECKPOINT_SECONDS = 20;

/** Trains a reader on each number of labels and reads the pictures kept aside by it. Where `seconds` are given, each reader gets a part
 *  in proportion to its batches, and what one leaves goes to the others. Returns the rows that are done: fewer than asked for
 *  when `signal` ended it. The same options, without `seconds`, give the same rows on one machine. */
export async function measureStrength(
  scheme: Scheme,
  options: MeasureStrengthOptions,
): Promise<StrengthRow[]> {
  const { split, counts, done = [], seconds = Infinity, stepsOf = trainingSteps, onRow } = options;
  const prepared = { size: inputSize(scheme), alphabet: scheme.alphabet };
  const pictures = labelledInputs(split.train.slice(0, counts.at(-1)), prepared);
  const aside = labelledInputs(split.aside, prepared);
  const truth = split.aside.map(({ label }) => label);
  const rows = done.filter(({ labels }) => counts.includes(labels));
  for (const labels of counts) {
    if (rows.some((row) => row.labels === labels)) continue;
    const work = counts
      .filter((count) => count >= labels)
      .reduce((sum, count) => sum + stepsOf(count) / stepsOf(labels), 0);
    const left = seconds - rows.reduce((sum, row) => sum + row.seconds, 0);
    const model = await startReader(scheme, options, labels);
    try {
      const first = firstOf(pictures, labels);
      const { interrupted, ...spent } = await train(model, first, { labels, work, left, options });
      if (interrupted) return rows;
      const row = { labels, ...spent, ...judgeTexts(recognize(model, aside, { scheme }), truth) };
      await onRow?.(row, model);
      rows.push(row);
    } finally {
      model.dispose();
    }
  }
  return rows;
}

/** The first of some pictures. */
function firstOf({ size, values, texts }: LabelledInputs, count: number): LabelledInputs {
  const length = size.height * size.width;
  return { size, count, values: values.subarray(0, count * length), texts: texts.slice(0, count) };
}

/** Trains one reader. work: all that is left, in trainings like this one; left: seconds for it. */
function train(
  model: tf.LayersModel,
  pictures: LabelledInputs,
  {
    labels,
    work,
    left,
    options,
  }: { labels: number; work: number; left: number; options: MeasureStrengthOptions },
): ReturnType<typeof trainRecognizer> {
  const { seed, from, now, processor, checkpoint, signal, onProgress, stepsOf = trainingSteps } = options;
  return trainRecognizer(model, {
    pictures,
    steps: stepsOf(labels),
    // Even when nothing is left a reader makes some steps.
    ...(Number.isFinite(left) && { seconds: Math.max(1, left / work) }),
    now,
    processor,
    seed: deriveSeed(seed, 'reader', labels),
    ...(from && { learningRate: GENTLE_RATE }),
    ...(checkpoint && {
      checkpoint: {
        file: checkpoint.fileOf(labels),
        everySeconds: CHECKPOINT_SECONDS,
        run: `${checkpoint.run}, ${labels} labels`,
      },
    }),
    onProgress(progress) {
      const inAll = Math.min(left, (work * progress.seconds) / progress.share);
      onProgress?.({ ...progress, labels, secondsLeft: Math.max(0, inAll - progress.seconds) });
    },
    signal,
  });
}
