import { formatCount, wilsonInterval } from '../metrics';
import { READER_ARMS } from './readerPiece';
import type { ReaderResults } from './readerResults';

type ArmResult = ReaderResults['arms'][number];

/** What an arm learnt from, in words: `generated pictures, then 856 real ones with labels`. */
export function describeArm({ arm, labels }: Pick<ArmResult, 'arm' | 'labels'>): string {
  const count = labels ?? '856';
  if (arm === 'generated') return 'generated pictures only';
  if (arm === 'unlabelled') return `generated pictures, then ${count} real ones without their labels`;
  const real = `${count} real ones with labels`;
  return arm === 'tuned' ? `generated pictures, then ${real}` : `nothing but ${real}`;
}

/** The readers' results as rows of cells, heading first: what was learnt from, folds measured, CAPTCHAs and characters right with 95% Wilson
 *  intervals, CAPTCHAs with the set's wrong names corrected; the report's own figure second. */
export function readerTable({ arms }: Pick<ReaderResults, 'arms'>): string[][] {
  const sorted = [...arms].sort(
    (one, other) =>
      READER_ARMS.indexOf(one.arm) - READER_ARMS.indexOf(other.arm) ||
      (one.labels ?? 1e9) - (other.labels ?? 1e9),
  );
  return [
    [
      'Learnt from',
      'Folds',
      'CAPTCHAs right (95% interval)',
      'Characters right',
      'CAPTCHAs, wrong names corrected',
    ],
    ['the report: real characters, 27 variants of each', '–', 'p⁵: 73.04%', '93.91%', '–'],
    ...sorted.map((one) => [
      describeArm(one),
      foldsOf(one.folds),
      withInterval(one.captchas),
      formatCount(one.characters.correct, one.characters.n),
      formatCount(one.corrected.captchas.correct, one.corrected.captchas.n),
    ]),
  ];
}

/** Folds in words: `1–5`, `1–2`, `1`. */
function foldsOf(folds: readonly number[]): string {
  const [first, last] = [Math.min(...folds), Math.max(...folds)];
  return first === last ? `${first}` : `${first}–${last}`;
}

function withInterval({ correct, n }: { correct: number; n: number }): string {
  const { low, high } = wilsonInterval(correct, n);
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  return `${formatCount(correct, n)} (${percent(low)} to ${percent(high)})`;
}
