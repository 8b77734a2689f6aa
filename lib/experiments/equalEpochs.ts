import { describeRuns } from './describeRuns';
import { lowerMedian } from './lowerMedian';
import type { RecordedExperiment } from './recordedResults';

/** Ours and the report's best accuracy within the same number of epochs. */
export interface EqualEpochs {
  readonly experiment: string;
  readonly network: string;
  /** Fraction of the report's layer widths. */
  readonly width: number;
  readonly runs: string;
  readonly epochs: number;
  readonly ours: { readonly correct: number; readonly n: number };
  /** 0 to 1; undefined where the report left no curve. */
  readonly report: number | undefined;
}

/** Compares what can be compared: each experiment that was run, its middle run's best epoch, beside the best that the
 *  report's own run had within as many epochs (`reportedBest`). Experiments that were not run are left out. */
export function equalEpochs(
  recorded: readonly RecordedExperiment[],
  { reportedBy }: { readonly reportedBy: (experiment: string, epochs: number) => number | undefined },
): EqualEpochs[] {
  return recorded.flatMap((one) => {
    const run = lowerMedian(one.runs, ({ best }) => best.correct);
    if (!run) return [];
    const { name, network } = one.experiment;
    const { correct, n } = run.best;
    const epochs = run.last.epoch;
    return [
      {
        experiment: name,
        network: network.name,
        width: run.config.width,
        runs: describeRuns(one),
        epochs,
        ours: { correct, n },
        report: reportedBy(name, epochs),
      },
    ];
  });
}
