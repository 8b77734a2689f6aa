import { beamSearch, ctcLikelihood, type ColumnProbabilities } from '../ctc';
import type { Scheme } from '../scheme';

/** What was read from one picture. */
export interface TextReading {
  readonly text: string;
  /** Probability of the text among those of the scheme that the recognizer weighs (at most 16), 0 to 1: given that the picture holds
   *  such a text. */
  readonly confidence: number;
  /** Probability of each character, the others being as read. */
  readonly characters: readonly number[];
}

/** The text of the scheme, of those the beam search offers, with the largest exact probability, and how sure that is. Empty, with
 *  confidence 0, when none was found. */
export function readText(
  columns: ColumnProbabilities,
  { alphabet, length }: Pick<Scheme, 'alphabet' | 'length'>,
): TextReading {
  const candidates = beamSearch(columns, { length });
  const logs = candidates.map((labels) => ctcLikelihood(columns, labels));
  const most = Math.max(...logs);
  const best = logs.indexOf(most);
  if (best < 0 || most === -Infinity) return { text: '', confidence: 0, characters: [] };
  const labels = candidates[best];
  const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
  const characters = labels.map((label, place) => {
    let sum = 1;
    for (let other = 0; other < alphabet.length; other++) {
      if (other !== label) sum += Math.exp(ctcLikelihood(columns, labels.with(place, other)) - most);
    }
    return 1 / sum;
  });
  return { text: labels.map((label) => alphabet[label]).join(''), confidence: 1 / total, characters };
}
