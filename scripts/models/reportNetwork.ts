import {
  experimentSources,
  findExperiment,
  openExperimentData,
  PROFILES,
  SHIPPED_NETWORKS,
  type ExperimentResult,
  type NetworkCard,
} from 'captcha-lab/experiments';
import type { ExampleSource } from 'captcha-lab/data';
import { accuracy, formatCount } from 'captcha-lab/metrics';
import { loadModel, saveModel } from 'captcha-lab/model';
import { REPORT } from 'captcha-lab/report';
import type { tf } from 'captcha-lab/tensorflow';
import { interruptible, predictClasses } from 'captcha-lab/training';
import { runOne, STALE_AFTER } from '../experiments/runOne';
import { createRunTable } from '../experiments/runTable';

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
  const { validation: measured } = experimentSources(experiment, {
    set: data.set,
    splitSeed: seed,
    reportSplit: data.reportSplit,
  });
  const outcome = await interruptible((signal) =>
    runOne(
      { experiment, seed },
      {
        ...{ profile: PROFILES.paper, data, folder: results, signal },
        ...{ epochs: undefined, tensorboard: undefined, patient: true, staleAfter: STALE_AFTER },
        table: createRunTable({ stream: process.stdout }),
        onTrained: (model, result) => keepRounded(model, result, { folder, measured }),
      },
    ),
  );
  if (outcome.kind === 'claimed') throw new Error(`another process is training this network in ${results}.`);
  if (outcome.kind !== 'done' || !outcome.result.complete)
    throw new Error('interrupted; the same command goes on where it was.');
}

/** Keeps the network in half precision, with a card that says what it reads then. */
async function keepRounded(
  model: tf.LayersModel,
  { run, config, data, last }: ExperimentResult,
  { folder, measured }: { readonly folder: string; readonly measured: ExampleSource },
): Promise<void> {
  const { inputScale } = config;
  const card: NetworkCard = {
    network: config.network,
    width: config.width,
    seed: run.seed,
    inputScale,
    data: data.name,
    characters: data.training,
    epochs: config.epochs,
    measured: { part: 'test', correct: last.correct, n: last.n },
    madeBy: 'npm run models -- report',
  };
  // Measured as it will be loaded: what rounding changes is part of what it is.
  await saveModel(model, folder, { precision: 'half', metadata: { ...card }, scheme: REPORT });
  const rounded = await loadModel(folder);
  const { truth, classes } = predictClasses(rounded, measured, { inputScale });
  const { correct, n } = accuracy(truth, classes);
  const metadata = { ...card, measured: { part: 'test', correct, n } };
  await saveModel(rounded, folder, { precision: 'half', metadata, scheme: REPORT });
  rounded.dispose();
  console.log(
    `trained by ${config.optimizer.kind}: ${formatCount(last.correct, last.n)} of the test characters`,
  );
  console.log(`in half precision: ${formatCount(correct, n)}; wrote ${folder}`);
}
