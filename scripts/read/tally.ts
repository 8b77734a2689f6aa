import { formatCount } from 'captcha-lab/metrics';
import type { Judgement } from './judge';

/** Counts of what was read. */
export interface Tally {
  read: number;
  notSure: number;
  failed: number;
  /** With --check: pictures with a label in their name, of these the right texts, answers given, and right answers. */
  labelled: number;
  right: number;
  answered: number;
  rightAnswers: number;
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return { read: 0, notSure: 0, failed: 0, labelled: 0, right: 0, answered: 0, rightAnswers: 0 };
}

/** Counts one reading. */
export function count(tally: Tally, sure: boolean, judgement: Judgement | null): void {
  if (sure) tally.read++;
  else tally.notSure++;
  if (judgement === null) return;
  tally.labelled++;
  if (judgement.right) tally.right++;
  if (sure) tally.answered++;
  if (sure && judgement.right) tally.rightAnswers++;
}

/** The counts for JSON; those of the check only where there was one. */
export function countsOf(tally: Tally, check: boolean): Partial<Tally> {
  const { read, notSure, failed } = tally;
  return check ? tally : { read, notSure, failed };
}

/** The closing lines. check: whether texts were compared with names. */
export function describeTally(tally: Tally, check: boolean): string {
  const lines = [`Read ${tally.read}, not sure ${tally.notSure}, failed ${tally.failed}.`];
  if (!check) return lines[0];
  const { labelled, right, answered, rightAnswers } = tally;
  if (labelled === 0)
    lines.push(
      'Nothing to check: no picture has a text in labels.csv, or a name that begins with it (nw4x8.png).',
    );
  else lines.push(`Right texts: ${formatCount(right, labelled)}, counting also those that are not sure.`);
  if (answered > 0) lines.push(`Right answers: ${formatCount(rightAnswers, answered)} of those given.`);
  return lines.join('\n');
}
