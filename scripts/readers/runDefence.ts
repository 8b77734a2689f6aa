import path from 'node:path';
import { hardenedCaptcha, type Knob } from 'captcha-lab/generator';
import { DEFENCE_SETTINGS, measureScores, openReader, type ReaderResults } from 'captcha-lab/experiments';
import { cloneModel } from 'captcha-lab/model';
import { deriveSeed } from 'captcha-lab/random';
import { readerScores, readerSet, trainReader, TUNING_RECIPE } from 'captcha-lab/reader';
import type { tf } from 'captcha-lab/tensorflow';
import { addRow, readRows } from './keptRows';

/** One measure of what a defender's change costs the reader. */
export type DefenceResult = ReaderResults['defence'][number];

/** Measures in all: as it is, and each setting before and after it was learnt from. */
export const DEFENCES = 2 * DEFENCE_SETTINGS.length - 1;
const MEASURED = 1000;
const LEARNT = 3000;

/** File of the measures that are done. */
export function defenceFile(cache: string): string {
  return path.join(cache, 'study', 'defence.json');
}

export function readDefence(cache: string): DefenceResult[] {
  return readRows(defenceFile(cache));
}

/** Measures the reader of generated pictures on each kind of hardened ones, as it is and after it learnt from that kind. */
export async function runDefence({
  cache,
  root,
  signal,
}: {
  cache: string;
  root: string;
  signal: AbortSignal;
}): Promise<void> {
  const { model: base } = await openReader('generated', { from: root });
  for (const knobs of DEFENCE_SETTINGS) {
    for (const adapted of [false, true]) {
      if (adapted && knobs.length === 0) continue;
      const same = (one: DefenceResult): boolean =>
        one.adapted === adapted && one.knobs.join() === knobs.join();
      if (readDefence(cache).some(same)) continue;
      const model = adapted ? await adapt(base, knobs, signal) : base;
      if (signal.aborted) throw new Error('interrupted; what was done is kept.');
      const pictures = draw('measured', MEASURED, knobs);
      const scores = readerScores(
        model,
        pictures.map(({ image }) => image),
      );
      if (adapted) model.dispose();
      const measured = measureScores({ scores, texts: pictures.map(({ label }) => label) }, 1);
      console.log(
        `${knobs.join(', ') || 'as it is'}${adapted ? ', adapted' : ''}: ${measured.captchas.correct} of ${MEASURED}`,
      );
      const row: DefenceResult = { knobs: [...knobs], adapted, ...measured };
      await addRow(defenceFile(cache), row);
    }
  }
}

/** The reader after it learnt from pictures of the new kind: whoever attacks can run the generator too. */
async function adapt(
  base: tf.LayersModel,
  knobs: readonly Knob[],
  signal: AbortSignal,
): Promise<tf.LayersModel> {
  const model = await cloneModel(base);
  const { steps, batchSize, learningRate } = TUNING_RECIPE;
  const set = readerSet(draw('learnt', LEARNT, knobs));
  await trainReader(model, {
    sources: [{ set, share: 1, curves: 0 }],
    steps,
    batchSize,
    learningRate,
    seed: 1,
    signal,
  });
  return model;
}

function draw(
  part: string,
  count: number,
  knobs: readonly Knob[],
): (ReturnType<typeof hardenedCaptcha> & { label: string })[] {
  return Array.from({ length: count }, (_, index) => {
    const drawn = hardenedCaptcha({ seed: deriveSeed(1, part, index), knobs });
    return { ...drawn, label: drawn.text };
  });
}
