import {
  experimentSources,
  findExperiment,
  openExperimentData,
  PROFILES,
  runExperiment,
  SHIPPED_NETWORKS,
  type NetworkCard,
} from 'captcha-lab/experiments';
import { accuracy, formatCount } from 'captcha-lab/metrics';
import { loadModel, saveModel } from 'captcha-lab/model';
import { REPORT } from 'captcha-lab/report';
import { formatDuration, interruptible, predictClasses } from 'captcha-lab/training';

/** The recipe of ours whose network of the report's last experiment is shipped. */
const RECIPE = 'final-cosine-1';

export interface ReportNetworkOptions {
  /** Where the network goes. */
  readonly folder: string;
  /** Folder of results; a run that is there is gone on with, or taken as it is. */
  readonly results: string;
}

/** Trains the report's last network, Table IV at its full widths on the real characters, and keeps it in half precision with what that costs.
 *  Throws Error when the data are not the report's or the training was interrupted; the same call goes on with it. */
export async function makeReportNetwork({ folder, results }: ReportNetworkOptions): Promise<void> {
  const { dataset, data } = await openExperimentData({});
  if (dataset.name !== SHIPPED_NETWORKS.report.data) {
    throw new Error(
      `npm run models -- report needs the report's pictures, got ${dataset.name} in ${dataset.folder}; CAPTCHA_DATA names their folder.`,
    );
  }
  const experiment = findExperiment(RECIPE);
  const { seed } = PROFILES.paper;
  const { optimizer, inputScale, network } = experiment;
  const { validation: measured } = experimentSources(experiment, {
    set: data.set,
    splitSeed: seed,
    reportSplit: data.reportSplit,
  });
  const result = await interruptible((signal) =>
    runExperiment(experiment, {
      profile: PROFILES.paper,
      seed,
      data,
      folder: results,
      signal,
      onProgress: ({ epoch, batch, batches, secondsLeft }) => {
        if (batch % 100 === 0) {
          console.log(`epoch ${epoch}, batch ${batch} of ${batches}, ${formatDuration(secondsLeft)} left`);
        }
      },
      async onTrained(model, result) {
        const card: NetworkCard = {
          network: network.name,
          width: result.config.width,
          seed,
          inputScale,
          data: result.data.name,
          characters: result.data.training,
          epochs: result.config.epochs,
          measured: { part: 'test', correct: result.last.correct, n: result.last.n },
          madeBy: 'npm run models -- report',
        };
        // Measured as it will be loaded: what rounding changes is part of what it is.
        await saveModel(model, folder, { precision: 'half', metadata: { ...card }, scheme: REPORT });
        const rounded = await loadModel(folder);
        const { truth, classes } = predictClasses(rounded, measured, { inputScale });
        const { correct, n } = accuracy(truth, classes);
        await saveModel(rounded, folder, {
          precision: 'half',
          metadata: { ...card, measured: { part: 'test', correct, n } },
          scheme: REPORT,
        });
        rounded.dispose();
        console.log(
          `trained by ${optimizer.kind}: ${formatCount(result.last.correct, n)} of the test characters`,
        );
        console.log(`in half precision: ${formatCount(correct, n)}; wrote ${folder}`);
      },
    }),
  );
  if (!result?.complete) throw new Error('interrupted; the same command goes on where it was.');
}
