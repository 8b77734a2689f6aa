import { foldsByCaptcha, LABEL_ERRORS, type Captcha } from 'captcha-lab/data';
import { fitText, inkOf, learnGlyphs, undistort } from 'captcha-lab/reader';
import {
  correctNames,
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
import { areDone, openPieces } from './openPieces';

const ARMS: readonly ReaderArm[] = ['generated', 'unlabelled', 'tuned', 'real'];
const MOST_WRONG = 0.001;

/** Everything the study came to, from the pieces in `cache`. Throws Error naming what is to be run first, unless what is there is
 *  enough: `partial`. */
export function summarize(
  cache: string,
  { partial, captchas }: { readonly partial: boolean; readonly captchas: readonly Captcha[] },
): ReaderResults {
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
      corrected: measureAll(pieces.map(correctNames)),
      seconds: median(pieces.map(({ seconds }) => Math.round(seconds))),
    })),
    disagreements: wanted({ arm: 'tuned' }) ? disagreements(cache, captchas) : [],
    calibrated: (['generated', 'unlabelled', 'tuned'] as const)
      .filter((arm) => wanted({ arm }))
      .map((arm) => calibrate(cache, arm)),
    transfer: mergeFolds(readTransfer(cache)),
    defence: readDefence(cache),
  };
}

type Measured = ReturnType<typeof measureScores>;

function measureAll(pieces: readonly JudgedScores[]): Measured {
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
    arm === 'tuned'
      ? rounded(fitTemperature(pieces.filter((other) => other !== piece).map(correctNames)))
      : 1,
  );
  const readings = pieces.flatMap((piece, index) => judge(piece, temperatures[index]));
  const truth = readings.map(({ label }) => LABEL_ERRORS[label] ?? label);
  const named = readings.map(({ label, read }) => label === read);
  const right = readings.map(({ read }, index) => truth[index] === read);
  const confidences = readings.map(({ confidence }) => confidence);
  const characters = readings.flatMap((one) => one.characters);
  const rightCharacters = readings.flatMap(({ read }, index) =>
    Array.from(truth[index], (character, place) => read[place] === character),
  );
  const accept = (correct: readonly boolean[]): ReaderResults['calibrated'][number]['accepted'] => {
    const { threshold, ...counts } = acceptedAtError(confidences, correct, MOST_WRONG);
    return { threshold: Number.isFinite(threshold) ? threshold : null, ...counts };
  };
  return {
    arm,
    temperatures,
    errorOfCaptchas: rounded(expectedCalibrationError(calibrationBins(confidences, right))),
    errorOfCharacters: rounded(expectedCalibrationError(calibrationBins(characters, rightCharacters))),
    accepted: accept(named),
    acceptedCorrected: accept(right),
    readings,
  };
}

/** Names against readings, by what each explains of the picture. The letters are learnt from readings, not from names. */
function disagreements(cache: string, captchas: readonly Captcha[]): ReaderResults['disagreements'] {
  const readings = openPieces(cache, { arm: 'tuned', labels: undefined }).flatMap((piece) =>
    readScores(piece, 1).map(({ text }, index) => ({
      text,
      label: piece.texts[index],
      picture: undistort(inkOf(captchas[piece.indices[index]].image), { rounds: 10 }),
    })),
  );
  const glyphs = learnGlyphs(
    readings.map(({ picture }) => picture),
    { texts: readings.map(({ text }) => text), seed: 1 },
  );
  const misfit = (picture: Uint8Array, text: string): number =>
    Math.round(fitText(picture, text, { glyphs }).misfit);
  return readings
    .filter(({ text, label }) => text !== label)
    .map(({ text, label, picture }) => ({
      label,
      read: text,
      misfitOfLabel: misfit(picture, label),
      misfitOfRead: misfit(picture, text),
    }));
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
