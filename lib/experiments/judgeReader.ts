import { ctcLikelihood } from '../ctc';
import { CAPTCHA_LENGTH, classOf } from '../report';
import { columnsAt, readColumns, type ReaderScores, type Reading } from '../reader';

/** Pictures of which a reader's scores and the true texts are known. */
export interface JudgedScores {
  readonly scores: ReaderScores;
  /** True texts, in the scores' order. */
  readonly texts: readonly string[];
}

/** Sharpest and softest temperature. */
const COLDEST = 0.5;
const HOTTEST = 5;
/** The range of its logarithm shrinks to 0.62 of itself in each: to 0.01 after eleven. */
const HALVINGS = 11;

/** The temperature from 0.5 to 5, to within 1%, at which the true texts are most probable on the whole. Where nothing is read
 *  wrong the sharpest one is, which tells nothing of pictures that are harder.
 *  Throws RangeError when there is no picture.
 *  Source: Guo et al. 2017 (temperature scaling), here for texts; found by golden section. */
export function fitTemperature(judged: readonly JudgedScores[]): number {
  if (judged.every(({ texts }) => texts.length === 0)) {
    throw new RangeError('fitTemperature: needs at least one picture.');
  }
  const golden = (Math.sqrt(5) - 1) / 2;
  const loss = (log: number): number => negativeLogLikelihood(judged, Math.exp(log));
  let [low, high] = [Math.log(COLDEST), Math.log(HOTTEST)];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [loss(left), loss(right)];
  for (let halving = 0; halving < HALVINGS; halving++) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = loss(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** A text that the reader never weighs is as improbable as this at most, or one picture would decide all. */
const LEAST = -30;

function negativeLogLikelihood(judged: readonly JudgedScores[], temperature: number): number {
  let sum = 0;
  for (const { scores, texts } of judged) {
    texts.forEach((text, index) => {
      const columns = columnsAt(scores, index, temperature);
      const { text: read, confidence } = readColumns(columns);
      const [truth, best] = [text, read].map((each) => ctcLikelihood(columns, Array.from(each, classOf)));
      sum -= Math.max(LEAST, Math.min(0, truth - best + Math.log(confidence)));
    });
  }
  return sum;
}

/** What a reader says of each picture at a temperature. */
export function readScores({ scores }: Pick<JudgedScores, 'scores'>, temperature: number): Reading[] {
  return Array.from({ length: scores.count }, (_, index) =>
    readColumns(columnsAt(scores, index, temperature)),
  );
}

/** How many texts, and characters at their places, a reader reads right. */
export function measureScores(
  judged: JudgedScores,
  temperature: number,
): {
  readonly characters: { correct: number; n: number };
  readonly captchas: { correct: number; n: number };
} {
  const readings = readScores(judged, temperature);
  let right = 0;
  let whole = 0;
  judged.texts.forEach((text, index) => {
    const read = readings[index].text;
    right += Array.from(text).filter((character, place) => read[place] === character).length;
    if (read === text) whole++;
  });
  const n = judged.texts.length;
  return { characters: { correct: right, n: n * CAPTCHA_LENGTH }, captchas: { correct: whole, n } };
}
