import { describeRuns, reportCurves, type RecordedExperiment } from '../experiments';
import type { CurvesPanel } from '../plots';

/** A panel of `curvesFigure`: the recorded runs of an experiment, a curve a seed, before the report's own curve, or its highest
 *  accuracy where no curve is on record; headed by profile, seeds and epochs, or `not run`. `training` adds the
 *  accuracies on the training characters. `folder` and errors as in `reportCurves`. */
export async function panelOfRuns(
  recorded: RecordedExperiment,
  { training = false, folder }: { readonly training?: boolean; readonly folder?: string } = {},
): Promise<CurvesPanel> {
  const { experiment, runs } = recorded;
  const { name, figure, reported } = experiment;
  const theirs = await reportCurves(name, folder === undefined ? {} : { folder });
  return {
    title: figure === undefined ? name : `Figure ${figure}: ${name}`,
    caption: describeRuns(recorded),
    runs: runs.map(({ run, history }) => ({
      name: `seed ${run.seed}`,
      validation: history.valAccuracy,
      ...(training && { training: history.accuracy }),
    })),
    ...(theirs
      ? { reported: { validation: theirs.valAccuracy, ...(training && { training: theirs.accuracy }) } }
      : reported && { reportedBest: reported.accuracy }),
  };
}
