import { acceptedAtError, editDistance } from '../metrics';
import type { TextReading } from '../recognizer';

/** A count out of n. */
export interface Share {
  readonly correct: number;
  readonly n: number;
}

/** How well texts were read. */
export interface TextJudgement {
  /** Characters of the true texts less those that must be inserted, removed or replaced; never below 0 for a text. */
  readonly characters: Share;
  readonly texts: Share;
  /** Texts answered when the reader may stay silent, and those of them that are right. */
  readonly answered: Share;
  /** Confidence below which the reader stays silent: the lowest at which at most `WRONG_ANSWERS` of its answers to all these texts
   *  were wrong; 1 where there is none. */
  readonly notSureBelow: number;
}

/** Share of its answers that may be wrong when a reader may stay silent. */
export const WRONG_ANSWERS = 0.05;

/** Compares readings with the true texts. When to stay silent is decided for each half of the texts by the other half, since a limit
 *  chosen on the texts that it is judged by would look better than it is.
 *  Throws RangeError when there are not as many of each, or fewer than two. */
export function judgeTexts(readings: readonly TextReading[], truth: readonly string[]): TextJudgement {
  if (readings.length !== truth.length || truth.length < 2) {
    throw new RangeError(
      `judgeTexts: there must be as many readings as texts, at least two, got ${readings.length} and ${truth.length}.`,
    );
  }
  const right = readings.map(({ text }, index) => text === truth[index]);
  const characters = truth.reduce((sum, { length }) => sum + length, 0);
  const wrong = readings.reduce(
    (sum, { text }, index) => sum + Math.min(truth[index].length, editDistance(text, truth[index])),
    0,
  );
  let [answers, rightAnswers] = [0, 0];
  for (const half of [0, 1]) {
    const limit = limitOf(
      readings.filter((_, index) => index % 2 !== half),
      right.filter((_, index) => index % 2 !== half),
    );
    readings.forEach(({ confidence }, index) => {
      if (index % 2 !== half || confidence < limit) return;
      answers++;
      if (right[index]) rightAnswers++;
    });
  }
  return {
    characters: { correct: characters - wrong, n: characters },
    texts: { correct: right.filter(Boolean).length, n: truth.length },
    answered: { correct: rightAnswers, n: answers },
    notSureBelow: Math.min(1, limitOf(readings, right)),
  };
}

function limitOf(readings: readonly TextReading[], right: readonly boolean[]): number {
  return acceptedAtError(
    // Rounding may carry a certain answer a hair past 1.
    readings.map(({ confidence }) => Math.min(1, confidence)),
    right,
    WRONG_ANSWERS,
  ).threshold;
}
