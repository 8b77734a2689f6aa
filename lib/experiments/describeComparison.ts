import { formatCount } from '../metrics';
import type { ComparisonRow } from './compareWithReport';

/** A row of the comparison in words, as tables show it. */
export interface DescribedComparison {
  readonly experiment: string;
  readonly report: string;
  readonly ours: string;
  readonly runs: string;
  readonly verdict: string;
}

/** Figures as counts with percentages; ours with Wilson's 95 % interval and, of several seeds, the range. */
export function describeComparison({
  experiment,
  reported,
  ours,
  verdict,
}: ComparisonRow): DescribedComparison {
  const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const report =
    reported.correct === undefined ? percent(reported.accuracy) : formatCount(reported.correct, reported.n);
  if (!ours) return { experiment: experiment.name, report, ours: '–', runs: '–', verdict };
  const { correct, n, interval, seeds, profile, epochs, ofEpochs, worst, best } = ours;
  const range = seeds.length === 1 ? '' : `; seeds ${percent(worst)} to ${percent(best)}`;
  const unit = ofEpochs === 1 ? 'epoch' : 'epochs';
  const done = epochs === ofEpochs ? `${epochs} ${unit}` : `${epochs} of ${ofEpochs} ${unit}`;
  return {
    experiment: experiment.name,
    report,
    ours: `${formatCount(correct, n)} (${percent(interval.low)} to ${percent(interval.high)}${range})`,
    runs: `${profile}, ${done}, ${seeds.length === 1 ? `seed ${seeds[0]}` : `seeds ${seeds.join(', ')}`}`,
    verdict,
  };
}
