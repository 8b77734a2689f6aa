import { meanInterval, wilsonInterval, type Interval, type MeanInterval } from '../metrics';
import { pToTheFifth } from '../report';
import type { ExperimentResult } from './experimentResult';
import { isDead } from './isDead';

/** How many complete runs of an experiment ended with a dead or diverged network. */
export interface Deaths {
  readonly experiment: string;
  readonly learningRate: number;
  readonly inputScale: number;
  readonly died: number;
  readonly runs: number;
  /** Epochs that a run had time to die in. */
  readonly epochs: number;
  /** Wilson's interval of the share. */
  readonly interval: Interval;
  /** Best accuracy of any run. */
  readonly best: number;
}

/** Deaths by experiment and rate, in the order in which the experiments first come. A run is dead when the trainer found it
 *  so, and also when it ended on one class for all with nothing but clipped losses, for then no gradient is left: the
 *  trainer wants to see that for three epochs, which the last of a run may not have. */
export function countDeaths(results: readonly ExperimentResult[]): Deaths[] {
  const complete = results.filter((result) => result.complete);
  return [...new Set(complete.map(({ run }) => run.experiment))].map((experiment) => {
    const runs = complete.filter(({ run }) => run.experiment === experiment);
    const died = runs.filter(isDead).length;
    const { optimizer, inputScale } = runs[0].config;
    return {
      experiment,
      learningRate: optimizer.learningRate,
      inputScale,
      died,
      runs: runs.length,
      epochs: runs[0].config.epochs,
      interval: wilsonInterval(died, runs.length),
      best: Math.max(...runs.map(({ best }) => best.correct / best.n)),
    };
  });
}

/** What 'the maximum over epochs, on the set that is reported' adds to an accuracy, in shares of 1: over runs with a test set,
 *  the highest validation accuracy minus the test accuracy in that epoch. The two sets then change roles and the
 *  results are averaged, so that it does not matter which of them is the harder. One value a run.
 *  Throws RangeError for fewer than two runs with a test set. */
export function maximumBias(
  results: readonly ExperimentResult[],
): MeanInterval & { readonly values: number[] } {
  const values = results.flatMap(({ history: { valAccuracy, testAccuracy } }) =>
    testAccuracy ? [(excess(valAccuracy, testAccuracy) + excess(testAccuracy, valAccuracy)) / 2] : [],
  );
  return { ...meanInterval(values), values };
}

function excess(chosenOn: readonly number[], other: readonly number[]): number {
  const highest = Math.max(...chosenOn);
  return highest - other[chosenOn.indexOf(highest)];
}

/** Accuracy after the last epoch on characters nothing was chosen on (the mean of validation and test sets), a value a run, and
 *  their mean. Throws RangeError for fewer than two runs with a test set. */
export function lastAccuracy(
  results: readonly ExperimentResult[],
): MeanInterval & { readonly values: number[] } {
  const values = results.flatMap(({ history: { valAccuracy, testAccuracy } }) =>
    testAccuracy ? [(valAccuracy[valAccuracy.length - 1] + testAccuracy[testAccuracy.length - 1]) / 2] : [],
  );
  return { ...meanInterval(values), values };
}

/** Three answers to 'how many whole CAPTCHAs?', in shares of 1. */
export interface WholeCaptchas {
  readonly seed: number;
  /** Accuracy on characters, to the fifth power. */
  readonly pToTheFifth: number;
  /** Product of the five positions' accuracies. */
  readonly product: number;
  readonly correct: number;
  readonly n: number;
  readonly interval: Interval;
}

/** The report's estimate, the finer one and the count, for each run that was divided by CAPTCHA. */
export function compareWholeCaptchas(results: readonly ExperimentResult[]): WholeCaptchas[] {
  return results.flatMap(({ run, last, captchas }) => {
    if (!captchas) return [];
    const { correct, n, positions } = captchas;
    return [
      {
        seed: run.seed,
        pToTheFifth: pToTheFifth(last.correct / last.n),
        product: positions.reduce((product, right) => product * (right / n), 1),
        correct,
        n,
        interval: wilsonInterval(correct, n),
      },
    ];
  });
}

/** The k of n whose percentage, printed with `decimals`, is `percent`; none when no count gives it.
 *  countsBehind(88.52, 1063) is [941], countsBehind(93.91, 1063) is []. */
export function countsBehind(percent: number, n: number, { decimals = 2 } = {}): number[] {
  const printed = percent.toFixed(decimals);
  const middle = Math.round((percent / 100) * n);
  return [middle - 1, middle, middle + 1].filter(
    (count) => count >= 0 && count <= n && ((100 * count) / n).toFixed(decimals) === printed,
  );
}
