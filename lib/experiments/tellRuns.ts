import { formatCount } from '../metrics';
import { CLIPPED_LOSS } from '../training';
import { describeRuns, quoteRuns } from './describeRuns';
import { lowerMedian } from './lowerMedian';
import type { RecordedExperiment } from './recordedResults';
import { GUESSING_LOSS, lowestLastLoss, runState } from './runState';

export interface TellRunsOptions {
  /** The highest accuracy of the report's own run within so many epochs; see `reportedBest`. */
  readonly reportedBy?: (experiment: string, epochs: number) => number | undefined;
}

/** Sentences about the recorded runs of one experiment that hold whatever is on record: not run, dead, not begun to
 *  learn, or how many characters were read, and how many the report's own run had read after as many epochs. Of
 *  several seeds the run in the middle (the lower of two) speaks, and the range stands beside it. Markdown. */
export function tellRuns(recorded: RecordedExperiment, { reportedBy }: TellRunsOptions = {}): string {
  const { experiment, runs } = recorded;
  const { name, reported } = experiment;
  const run = lowerMedian(runs, ({ best }) => best.correct);
  if (!run) return `\`${name}\` has not been run on the real data; nothing follows.`;
  const heading = `\`${name}\` (${describeRuns(recorded)})`;
  const { best, last, history } = run;
  if (runState(run) === 'dead') {
    const loss = (history.valLoss.at(-1) ?? NaN).toFixed(2);
    const expected = (CLIPPED_LOSS * (1 - last.correct / last.n)).toFixed(2);
    const dead = runs.filter((one) => runState(one) === 'dead').length;
    const which = runs.length === 1 ? 'is dead' : `: ${dead} of ${runs.length} runs are dead, the middle one`;
    return (
      `${heading} ${which}: after epoch ${last.epoch} it reads ${formatCount(last.correct, last.n)}, and its loss is ` +
      `${loss}, where 16.118 times its share of errors is ${expected}.`
    );
  }
  if (runState(run) === 'guessing') {
    const loss = lowestLastLoss(run).toFixed(2);
    return (
      `${heading} has not begun to learn: its loss is ${loss}, and guessing gives ln 19 = ` +
      `${GUESSING_LOSS.toFixed(2)}. Its ${formatCount(best.correct, best.n)} say nothing about the experiment.`
    );
  }
  return [`${heading} reads ${quoteRuns(recorded)} in its best epoch.`, besideReport()].join(' ').trim();

  function besideReport(): string {
    const { epoch } = last;
    const theirs = reportedBy?.(name, epoch);
    const whole = reported === undefined ? '' : `${(100 * reported.accuracy).toFixed(2)}%`;
    if (theirs === undefined)
      return whole && `The report gives ${whole} and left no curve to compare epochs by.`;
    const points = 100 * (best.correct / best.n - theirs);
    const apart =
      Math.abs(points) < 0.05
        ? 'as many'
        : `${Math.abs(points).toFixed(1)} points ${points > 0 ? 'fewer' : 'more'}`;
    const widths = run!.config.width === 1 ? '' : `, by a network ${1 / run!.config.width} times as wide`;
    return `At equal epochs (${epoch}) the report's run had ${(100 * theirs).toFixed(2)}%, ${apart}${widths}; its best was ${whole}.`;
  }
}
