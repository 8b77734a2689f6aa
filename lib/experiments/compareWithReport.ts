import { wilsonInterval, type Interval } from '../metrics';
import { AUDITS } from './audits';
import { EXPERIMENTS } from './experiments';
import type { Experiment, Reported } from './experiment';
import type { ExperimentResult } from './experimentResult';
import { bestRuns, furthestRuns } from './furthestRuns';
import { lowerMedian } from './lowerMedian';
import { GUESSING_LOSS, lowestLastLoss, runState } from './runState';
import type { ProfileName } from './profile';

/** One experiment of the report beside ours. */
export interface ComparisonRow {
  readonly experiment: Experiment;
  readonly reported: Reported;
  /** Undefined when it was not run. */
  readonly ours: OurFigure | undefined;
  readonly verdict: string;
}

/** What the runs of one experiment in one profile gave, by the report's own measure: the best epoch of each. */
export interface OurFigure {
  readonly profile: ProfileName;
  readonly seeds: readonly number[];
  /** Epochs done by the run in the middle, of the epochs of the profile. */
  readonly epochs: number;
  readonly ofEpochs: number;
  /** Count of the seed in the middle (the lower of two), of n. */
  readonly correct: number;
  readonly n: number;
  /** Wilson's interval of that count. */
  readonly interval: Interval;
  /** Accuracies of the worst and the best seed. */
  readonly worst: number;
  readonly best: number;
  /** Lower of the last losses of the run in the middle, where it is still that of a network that knows nothing; see `runState`. */
  readonly guessingLoss?: number;
  /** Runs whose network was found dead. */
  readonly dead: number;
}

/** Share within which a figure counts as the report's: about the 95 % interval of one figure of 1063 examples near 90%. */
export const AGREEMENT = 0.02;
/** An accuracy that no network worth the name stays below; one class for all gives 108/1063 = 10.16% at most. */
const HARDLY_ANY = 0.15;

/** The nine experiments beside their results, each from the profile that came furthest.
 *  data: the kind of data whose results count, as `Dataset` names it, the others being passed over; the report's own by
 *  default. On other data a verdict says how far the figures are apart and no more: they were measured on other pictures.
 *  reportedBy: the best the report's own run had within so many epochs, where it is known; see `reportedBest`. */
export function compareWithReport(
  results: readonly ExperimentResult[],
  {
    data = 'real data',
    reportedBy = () => undefined,
  }: {
    readonly data?: string;
    readonly reportedBy?: (experiment: string, epochs: number) => number | undefined;
  } = {},
): ComparisonRow[] {
  return EXPERIMENTS.map((experiment) => {
    const runs = furthestRuns(results, experiment.name, data);
    return rowOf(experiment, { runs, data, reportedBy });
  });
}

/** Other recipes of ours for the nine figures, those that were run on such data, in the order of the nine; each from the profile in
 *  which it reads most. */
export function compareRecipes(
  results: readonly ExperimentResult[],
  { data = 'real data' }: { readonly data?: string } = {},
): ComparisonRow[] {
  return EXPERIMENTS.flatMap(({ name: base, reported }) =>
    AUDITS.filter(({ recipeFor }) => recipeFor === base).flatMap((recipe) => {
      const runs = bestRuns(results, recipe.name, data);
      if (runs.length === 0) return [];
      // The report's own run was by another recipe: how far it was by so many epochs says nothing here.
      return [rowOf({ ...recipe, reported }, { runs, data, reportedBy: () => undefined })];
    }),
  );
}

function rowOf(
  experiment: Experiment,
  {
    runs,
    data,
    reportedBy,
  }: {
    readonly runs: readonly ExperimentResult[];
    readonly data: string;
    readonly reportedBy: (experiment: string, epochs: number) => number | undefined;
  },
): ComparisonRow {
  const reported = experiment.reported!;
  const ours = runs.length === 0 ? undefined : figureOf(runs);
  const judged =
    data === 'real data' || !ours ? verdict(experiment, ours, reportedBy) : apart(ours, reported);
  return { experiment, reported, ours, verdict: judged };
}

function figureOf(runs: readonly ExperimentResult[]): OurFigure {
  const middle = lowerMedian(runs, (each) => each.best.correct)!;
  const { best, last, run, config } = middle;
  const shares = runs.map((each) => each.best.correct / each.best.n);
  return {
    profile: run.profile,
    seeds: runs.map(({ run: { seed } }) => seed),
    epochs: last.epoch,
    ofEpochs: config.epochs,
    correct: best.correct,
    n: best.n,
    interval: wilsonInterval(best.correct, best.n),
    worst: Math.min(...shares),
    best: Math.max(...shares),
    ...(runState(middle) === 'guessing' && { guessingLoss: lowestLastLoss(middle) }),
    dead: runs.filter(({ diagnosis }) => diagnosis?.kind === 'dead').length,
  };
}

/** The distance of two figures that are of different pictures. */
function apart({ correct, n }: OurFigure, { accuracy }: Reported): string {
  const points = 100 * (correct / n - accuracy);
  return `${Math.abs(points).toFixed(1)} points ${points < 0 ? 'below' : 'above'}, on other pictures`;
}

/** What is to be said of the two figures, by rule. A smaller profile that stays below is no contradiction: the report's
 *  networks are wider and were trained for longer. */
function verdict(
  { name, reported }: Experiment,
  ours: OurFigure | undefined,
  reportedBy: (experiment: string, epochs: number) => number | undefined,
): string {
  if (!ours) return 'not run';
  const accuracy = ours.correct / ours.n;
  const theirs = reported!.accuracy;
  if (theirs < HARDLY_ANY && ours.dead === ours.seeds.length) return 'the same: the network is dead';
  if (theirs < HARDLY_ANY && ours.dead > 0) {
    return `dead with ${ours.dead} of ${ours.seeds.length} seeds; the best of the others reads ${(100 * ours.best).toFixed(1)}%`;
  }
  if (ours.guessingLoss !== undefined && accuracy < HARDLY_ANY) {
    const loss = `loss ${ours.guessingLoss.toFixed(2)}, ln 19 is ${GUESSING_LOSS.toFixed(2)}`;
    return `has not begun to learn (${ours.epochs} ${ours.epochs === 1 ? 'epoch' : 'epochs'}, ${loss})`;
  }
  const difference = accuracy - theirs;
  if (Math.abs(difference) <= AGREEMENT) return 'agrees';
  const points = `${Math.abs(100 * difference).toFixed(1)} points`;
  if (difference > 0) return `${points} above`;
  const theirsThen = reportedBy(name, ours.epochs);
  const sizes = ours.profile === 'paper' ? '' : `${ours.profile} sizes, `;
  // At the report's widths the first epochs are the same experiment, as far as it went.
  if (theirsThen !== undefined && ours.profile !== 'quick' && accuracy >= theirsThen - AGREEMENT) {
    const ahead = accuracy > theirsThen + AGREEMENT ? 'ahead' : 'agrees';
    return `${ahead} so far (the report's had ${(100 * theirsThen).toFixed(1)}% by then)`;
  }
  const then = theirsThen === undefined ? '' : `; the report's had ${(100 * theirsThen).toFixed(1)}% by then`;
  return `${points} below (${sizes}${ours.epochs} ${ours.epochs === 1 ? 'epoch' : 'epochs'}${then})`;
}
