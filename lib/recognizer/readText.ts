import { beamSearch, ctcLikelihood, type ColumnProbabilities } from '../ctc';
import type { Scheme } from '../scheme';

/** What was read from one picture. */
export interface TextReading {
  readonly text: string;
  /** Probability of the text among those of the scheme that the recognizer weighs (at most 16), 0 to 1: given that the picture holds
   *  such a text. */
  readonly confidence: number;
}

/** The text of the scheme, of those the beam search offers, with the largest exact probability, and how sure that is. Empty, with
 *  confidence 0, when none was found. */
export function readText(
  columns: ColumnProbabilities,
  { alphabet, length }: Pick<Scheme, 'alphabet' | 'length'>,
): TextReading {
  const candidates = beamSearch(columns, { length });
  const logs = candidates.map((labels) => ctcLikelihood(columns, labels));
  const best = logs.indexOf(Math.max(...logs));
  if (best < 0 || logs[best] === -Infinity) return { text: '', confidence: 0 };
  const total = logs.reduce((sum, log) => sum + Math.exp(log - logs[best]), 0);
  return { text: candidates[best].map((label) => alphabet[label]).join(''), confidence: 1 / total };
}
