import { foldsByCaptcha, type Captcha } from 'captcha-lab/data';
import { LABEL_ERRORS } from 'captcha-lab/report';
import { fitText, inkOf, learnGlyphs, undistort } from 'captcha-lab/reader';
import {
  correctNames,
  fitTemperature,
  judgeReadings,
  LABEL_COUNTS,
  measureScores,
  READER_ARMS,
  READER_FOLDS,
  readScores,
  type JudgedScores,
  type ReaderPiece,
  type ReaderResults,
} from 'captcha-lab/experiments';
import { acceptedAtError, calibrationBins, expectedCalibrationError } from 'captcha-lab/metrics';
import { DEFENCES, readDefence } from './runDefence';
import { readTransfer, TRANSFERS } from './runTransfer';
import { areDone, openPieces, type DonePiece } from './openPieces';

const MOST_WRONG = 0.001;

/** Everything the study came to, from the pieces in `cache`. Throws Error naming what is to be run first, unless what is there is
 *  enough: `partial`. */
export function summarize(
  cache: string,
  { partial, captchas }: { readonly partial: boolean; readonly captchas: readonly Captcha[] },
): ReaderResults {
  const wanted = (which: Pick<ReaderPiece, 'arm' | 'labels'>): boolean => !partial || areDone(cache, which);
  const whole = READER_ARMS.map((arm) => ({ arm, labels: undefined }));
  const fewer = (['tuned', 'real'] as const).flatMap((arm) =>
    LABEL_COUNTS.map((labels) => ({ arm, labels })),
  );
  const complete = <T>(rows: T[], expected: number, command: string): T[] => {
    if (partial || rows.length === expected) return rows;
    throw new Error(`${rows.length} of ${expected} measures are there: npm run readers -- ${command}`);
  };
  const arms = [...whole, ...fewer]
    .filter(wanted)
    .map((which) => ({ which, pieces: openPieces(cache, which) }));
  return {
    folds: READER_FOLDS.folds,
    seed: READER_FOLDS.seed,
    development: foldsByCaptcha(captchas, READER_FOLDS)[0].test.length,
    arms: arms.map(({ which: { arm, labels }, pieces }) => ({
      arm,
      labels: labels ?? null,
      folds: pieces.map(({ piece }) => piece.fold + 1),
      ...measureAll(pieces),
      corrected: measureAll(pieces.map(correctNames)),
      outsideDevelopment: outsideDevelopment(pieces),
      seconds: median(pieces.map(({ seconds }) => Math.round(seconds))),
    })),
    disagreements: wanted({ arm: 'tuned' }) ? disagreements(cache, captchas) : [],
    calibrated: (['generated', 'unlabelled', 'tuned'] as const)
      .filter((arm) => wanted({ arm }))
      .map((arm) => calibrate(cache, arm)),
    transfer: mergeFolds(complete(readTransfer(cache), TRANSFERS, 'transfer')),
    defence: complete(readDefence(cache), DEFENCES, 'defence'),
  };
}

/** Without the fold that was looked at while the readers were designed. */
function outsideDevelopment(
  pieces: readonly DonePiece[],
): ReaderResults['arms'][number]['outsideDevelopment'] {
  const others = pieces.filter(({ piece }) => piece.fold > 0);
  if (others.length === 0) return null;
  return {
    captchas: measureAll(others).captchas,
    corrected: measureAll(others.map(correctNames)).captchas,
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

/** How far confidences can be trusted. Each fold's temperature comes from the other folds' readings, so that no reading had a part in
 *  its own, though their readers learnt from this fold's CAPTCHAs; what learnt without labels gets none. */
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
  const byFold = pieces.map((piece, index) => judge(piece, temperatures[index]));
  const readings = byFold.flat();
  const corrected = judgeReadings(readings);
  const named = judgeReadings(readings, { names: 'as they are' });
  const characters = readings.flatMap((one) => one.characters);
  const rightCharacters = readings.flatMap(({ label, read }) =>
    Array.from(LABEL_ERRORS[label] ?? label, (character, place) => read[place] === character),
  );
  return {
    arm,
    temperatures,
    wrong: corrected.correct.filter((right) => !right).length,
    errorOfCaptchas: calibrationError(corrected.confidences, corrected.correct),
    errorOfCaptchasByName: calibrationError(named.confidences, named.correct),
    errorOfCharacters: calibrationError(characters, rightCharacters),
    accepted: accept(named),
    acceptedCorrected: accept(corrected),
    acceptedAcrossFolds: acceptAcrossFolds(byFold),
    readings,
  };
}

type Judged = ReturnType<typeof judgeReadings>;

function calibrationError(confidences: readonly number[], correct: readonly boolean[]): number {
  return rounded(expectedCalibrationError(calibrationBins(confidences, correct)));
}

/** The most that can be accepted: the limit is found on the very answers that are counted. */
function accept({ confidences, correct }: Judged): ReaderResults['calibrated'][number]['accepted'] {
  const { threshold, ...counts } = acceptedAtError(confidences, correct, MOST_WRONG);
  return { threshold: Number.isFinite(threshold) ? threshold : null, ...counts };
}

/** What is accepted when each fold's limit is found on the other folds. */
function acceptAcrossFolds(
  byFold: readonly ReaderResults['calibrated'][number]['readings'][],
): ReaderResults['calibrated'][number]['acceptedAcrossFolds'] {
  let [accepted, wrong] = [0, 0];
  byFold.forEach((own, fold) => {
    const others = judgeReadings(byFold.filter((_, other) => other !== fold).flat());
    const { threshold } = acceptedAtError(others.confidences, others.correct, MOST_WRONG);
    const { confidences, correct } = judgeReadings(own);
    confidences.forEach((confidence, index) => {
      if (confidence < threshold) return;
      accepted++;
      if (!correct[index]) wrong++;
    });
  });
  return { accepted, wrong, n: byFold.flat().length };
}

/** Names against readings, by what each explains of the picture. The letters are learnt from the readings of all other pictures, not
 *  from names. */
function disagreements(cache: string, captchas: readonly Captcha[]): ReaderResults['disagreements'] {
  const readings = openPieces(cache, { arm: 'tuned', labels: undefined }).flatMap((piece) =>
    readScores(piece, 1).map(({ text }, index) => ({
      text,
      label: piece.texts[index],
      picture: undistort(inkOf(captchas[piece.indices[index]].image), { rounds: 10 }),
    })),
  );
  const agreed = readings.filter(({ text, label }) => text === label);
  const glyphs = learnGlyphs(
    agreed.map(({ picture }) => picture),
    { texts: agreed.map(({ text }) => text), seed: 1 },
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
  for (const { source, fold, labels, correct, n } of results) {
    const key = `${source} ${labels}`;
    const before = merged.get(key) ?? { source, labels, folds: [], correct: 0, n: 0 };
    merged.set(key, {
      source,
      labels,
      folds: [...before.folds, fold + 1],
      correct: before.correct + correct,
      n: before.n + n,
    });
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
