import { foldsByCaptcha } from 'captcha-lab/data';
import {
  fitTemperature,
  LABEL_COUNTS,
  measureScores,
  READER_FOLDS,
  readScores,
  type JudgedScores,
  type ReaderArm,
  type ReaderPiece,
  type ReaderResults,
} from 'captcha-lab/experiments';
import { acceptedAtError, calibrationBins, expectedCalibrationError } from 'captcha-lab/metrics';
import { readDefence } from './runDefence';
import { readTransfer } from './runTransfer';
import { areDone, openPieces, type DonePiece } from './openPieces';

const ARMS: readonly ReaderArm[] = ['generated', 'unlabelled', 'tuned', 'real'];
const MOST_WRONG = 0.001;

/** Everything the study came to, from the pieces in `cache`. Throws Error naming what is to be run first, unless what is there is
 *  enough: `partial`. */
export function summarize(cache: string, { partial }: { readonly partial: boolean }): ReaderResults {
  const wanted = (which: Pick<ReaderPiece, 'arm' | 'labels'>): boolean => !partial || areDone(cache, which);
  const whole = ARMS.map((arm) => ({ arm, labels: undefined }));
  const fewer = (['tuned', 'real'] as const).flatMap((arm) =>
    LABEL_COUNTS.map((labels) => ({ arm, labels })),
  );
  const arms = [...whole, ...fewer]
    .filter(wanted)
    .map((which) => ({ which, pieces: openPieces(cache, which) }));
  return {
    folds: READER_FOLDS.folds,
    seed: READER_FOLDS.seed,
    development: foldsByCaptcha(
      sumOf(arms[0].pieces, ({ texts }) => texts.length),
      READER_FOLDS,
    )[0].test.length,
    arms: arms.map(({ which: { arm, labels }, pieces }) => ({
      arm,
      labels: labels ?? null,
      folds: pieces.map(({ piece }) => piece.fold + 1),
      ...measureAll(pieces),
      seconds: median(pieces.map(({ seconds }) => Math.round(seconds))),
    })),
    calibrated: (['generated', 'unlabelled', 'tuned'] as const)
      .filter((arm) => wanted({ arm }))
      .map((arm) => calibrate(cache, arm)),
    transfer: mergeFolds(readTransfer(cache)),
    defence: readDefence(cache),
  };
}

type Measured = ReturnType<typeof measureScores>;

function measureAll(pieces: readonly DonePiece[]): Measured {
  const measured = pieces.map((piece) => measureScores(piece, 1));
  const add = (part: keyof Measured): Measured[typeof part] => ({
    correct: sumOf(measured, (one) => one[part].correct),
    n: sumOf(measured, (one) => one[part].n),
  });
  return { characters: add('characters'), captchas: add('captchas') };
}

/** How far confidences can be trusted. Each fold's temperature comes from the other folds, so that no CAPTCHA had a part in its own;
 *  what learnt without labels gets none. */
function calibrate(
  cache: string,
  arm: 'generated' | 'unlabelled' | 'tuned',
): ReaderResults['calibrated'][number] {
  const pieces = openPieces(cache, { arm, labels: undefined });
  const temperatures = pieces.map((piece) =>
    arm === 'tuned' ? rounded(fitTemperature(pieces.filter((other) => other !== piece))) : 1,
  );
  const readings = pieces.flatMap((piece, index) => judge(piece, temperatures[index]));
  const right = readings.map(({ label, read }) => label === read);
  const confidences = readings.map(({ confidence }) => confidence);
  const characters = readings.flatMap((one) => one.characters);
  const rightCharacters = readings.flatMap(({ label, read }) =>
    Array.from(label, (character, place) => read[place] === character),
  );
  const { threshold, ...accepted } = acceptedAtError(confidences, right, MOST_WRONG);
  return {
    arm,
    temperatures,
    errorOfCaptchas: rounded(expectedCalibrationError(calibrationBins(confidences, right))),
    errorOfCharacters: rounded(expectedCalibrationError(calibrationBins(characters, rightCharacters))),
    accepted: { threshold: Number.isFinite(threshold) ? threshold : null, ...accepted },
    readings,
  };
}

function judge(judged: JudgedScores, temperature: number): ReaderResults['calibrated'][number]['readings'] {
  return readScores(judged, temperature).map(({ text, confidence, characters }, index) => ({
    label: judged.texts[index],
    read: text,
    confidence: rounded(confidence),
    characters: characters.map(rounded),
  }));
}

function mergeFolds(results: ReturnType<typeof readTransfer>): ReaderResults['transfer'] {
  const merged = new Map<string, ReaderResults['transfer'][number]>();
  for (const { source, labels, correct, n } of results) {
    const key = `${source} ${labels}`;
    const before = merged.get(key) ?? { source, labels, correct: 0, n: 0 };
    merged.set(key, { ...before, correct: before.correct + correct, n: before.n + n });
  }
  return [...merged.values()];
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
