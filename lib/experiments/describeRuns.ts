import { formatCount } from '../metrics';
import type { MeasuredEpoch } from './experimentResult';
import { lowerMedian } from './lowerMedian';
import type { RecordedExperiment } from './recordedResults';

/** What a table or a caption must say about recorded runs: `profile study, 3 seeds, 30 epochs`; `profile paper, seed 1,
 *  40 of 100 epochs`; `not run`. */
export function describeRuns({ profile, runs }: RecordedExperiment): string {
  if (profile === undefined || runs.length === 0) return 'not run';
  const seeds = runs.map(({ run }) => run.seed);
  const whose = seeds.length === 1 ? `seed ${seeds[0]}` : `${seeds.length} seeds`;
  const done = range(runs.map(({ history }) => history.accuracy.length));
  const planned = range(runs.map(({ config }) => config.epochs));
  const epochs = done === planned ? done : `${done} of ${planned}`;
  return `profile ${profile}, ${whose}, ${epochs} ${epochs === '1' ? 'epoch' : 'epochs'}`;
}

/** How many answers were right, in the best epoch or the last one: the one run's `941/1063 = 88.52%`; of several the
 *  one in the middle and the range, `941/1063 = 88.52% (3 seeds: 930 to 950)`; `not run`. Of an even number of
 *  runs the lower of the two in the middle is quoted. */
export function quoteRuns({ runs }: RecordedExperiment, which: 'best' | 'last' = 'best'): string {
  const median = medianRun({ runs }, which);
  if (median === undefined) return 'not run';
  const quote = formatCount(median.correct, median.n);
  if (runs.length === 1) return quote;
  return `${quote} (${runs.length} seeds: ${range(
    runs.map((run) => run[which].correct),
    ' to ',
  )})`;
}

/** The count in the middle of all seeds', the lower of two; undefined when nothing was run. */
export function medianRun(
  { runs }: Pick<RecordedExperiment, 'runs'>,
  which: 'best' | 'last' = 'best',
): MeasuredEpoch | undefined {
  return lowerMedian(runs, (run) => run[which].correct)?.[which];
}

function range(values: readonly number[], between = '–'): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low}${between}${high}`;
}
