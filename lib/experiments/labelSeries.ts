import { wilsonInterval, type Interval } from '../metrics';
import type { ReaderResults } from './readerResults';

/** What was reached with each number of labelled CAPTCHAs, as `accuracyAgainstSize` takes it; the counts as well. */
export interface LabelSeries {
  readonly name: string;
  readonly points: readonly LabelPoint[];
}

/** Right ones of n with so many labelled CAPTCHAs to learn from. The interval takes the n for independent, which characters of one
 *  CAPTCHA are not quite, and holds one training each: another seed would move the point. Points of a series may come from different
 *  folds. */
export interface LabelPoint {
  readonly size: number;
  readonly value: number;
  readonly interval: Interval;
  readonly correct: number;
  readonly n: number;
}

/** Whole CAPTCHAs read against labelled ones learnt from: a reader of generated pictures that was tuned on them, with none as the
 *  reader of generated pictures itself, and one that learnt from nothing else. By corrected names. Series without a result on record are
 *  left out. */
export function readerByLabels({ arms, folds }: Pick<ReaderResults, 'arms' | 'folds'>): LabelSeries[] {
  const points = (which: ReaderResults['arms'][number]['arm']): LabelPoint[] =>
    arms
      .filter(({ arm }) => arm === which)
      .map(({ labels, folds: measured, corrected: { captchas } }) => {
        const all = Math.round(captchas.n / measured.length) * (folds - 1);
        return pointOf(which === 'generated' ? 0 : (labels ?? all), captchas);
      });
  return ordered([
    { name: 'generated pictures first', points: [...points('generated'), ...points('tuned')] },
    { name: 'from scratch', points: points('real') },
  ]);
}

/** In words, where the first layers of a network of single characters come from. */
const SOURCES = {
  scratch: 'from scratch',
  handwriting: 'layers from handwriting',
  generated: 'layers from generated characters',
} as const;

/** Single characters read against labelled CAPTCHAs, by where the early layers come from. */
export function transferByLabels({ transfer }: Pick<ReaderResults, 'transfer'>): LabelSeries[] {
  return ordered(
    Object.entries(SOURCES).map(([source, name]) => ({
      name,
      points: transfer.filter((one) => one.source === source).map((one) => pointOf(one.labels, one)),
    })),
  );
}

function pointOf(size: number, { correct, n }: { correct: number; n: number }): LabelPoint {
  return { size, value: correct / n, interval: wilsonInterval(correct, n), correct, n };
}

function ordered(series: readonly LabelSeries[]): LabelSeries[] {
  return series
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => ({ name, points: [...points].sort((one, other) => one.size - other.size) }));
}
