import path from 'node:path';
import { CAPTCHA_LENGTH, REPORT } from '../report';
import { buildModel } from '../model';
import type { tf } from '../tensorflow';
import type { PrecisionChoice } from '../kernels';
import { train, type EpochEntry, type TrainingProgress } from '../training';
import { checkContinues, checkSameRun } from './checkSameRun';
import type { Experiment } from './experiment';
import type { ExperimentData } from './experimentData';
import type { ExperimentResult } from './experimentResult';
import { experimentSources } from './experimentSources';
import { epochsOf } from './epochsOf';
import { fingerprint } from './fingerprint';
import { PROFILES, type Profile } from './profile';
import { keepResult } from './keepResult';
import { readResult, runStem } from './resultFile';
import { runNameOf } from './runNameOf';

export interface RunExperimentOptions {
  readonly profile: Profile;
  /** First weights, shuffles and dropout. */
  readonly seed: number;
  readonly data: ExperimentData;
  /** Folder of results; the run's result and checkpoint are kept there, and taken up again. */
  readonly folder?: string;
  /** Epochs to have done when this call ends, fewer than the profile's: the run is then unfinished, and may go on another time. */
  readonly until?: number;
  /** See `TrainOptions`; the profile's by default. */
  readonly precision?: PrecisionChoice;
  readonly onProgress?: (progress: TrainingProgress) => void;
  readonly onEpoch?: (entry: EpochEntry) => void;
  readonly onWarning?: (message: string) => void;
  /** Given the network as the run left it, before it is disposed; of a run that is complete, as its checkpoint has it. */
  readonly onTrained?: (model: tf.LayersModel, result: ExperimentResult) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** Runs one experiment with one seed, or gives its result at once when the folder has it complete. A run that was
 *  stopped, by `signal` or by force, goes on from its last checkpoint. Undefined when it was stopped before its first epoch
 *  was through. Nothing guards against a second process doing the same: see `claimRun`.
 *  Throws RangeError when the result or the checkpoint in the folder is damaged or was made from other data or
 *  settings; both are left as they are. */
export async function runExperiment(
  experiment: Experiment,
  {
    profile,
    seed,
    data,
    folder,
    until = Infinity,
    precision = profile.precision,
    onProgress,
    onEpoch,
    onWarning,
    onTrained,
    signal,
  }: RunExperimentOptions,
): Promise<ExperimentResult | undefined> {
  const { optimizer, batchSize, inputScale, stopWhenDead, network } = experiment;
  const splitSeed = experiment.splitSeed === 'seed' ? seed : PROFILES.paper.seed;
  const sources = experimentSources(experiment, {
    set: data.set,
    handwriting: data.handwriting?.set,
    splitSeed,
    reportSplit: data.reportSplit,
  });
  const run = runNameOf(experiment, { profile: profile.name, seed, data });
  const epochs = epochsOf(experiment, profile);
  const model = buildModel(network, { seed, width: profile.width });
  try {
    const fixed: Pick<ExperimentResult, 'run' | 'config' | 'data'> = {
      run,
      config: {
        network: network.name,
        width: profile.width,
        parameters: model.countParams(),
        optimizer,
        batchSize,
        epochs,
        inputScale,
        trainOn: experiment.trainOn,
        augmentation: experiment.augmentation,
        measureOn: experiment.measureOn,
        splitBy:
          experiment.splitBy === 'report' && run.split === undefined ? 'character' : experiment.splitBy,
        splitSeed,
        stopWhenDead,
      },
      data: {
        name: data.name,
        captchas: data.set.count / CAPTCHA_LENGTH,
        scheme: REPORT,
        fingerprint: fingerprint(data.set),
        ...(experiment.trainOn === 'emnist' &&
          data.handwriting && {
            handwriting: { name: data.handwriting.name, fingerprint: fingerprint(data.handwriting.set) },
          }),
        training: sources.train.count,
        measured: sources.validation.count,
      },
    };
    const files = folder === undefined ? undefined : path.join(folder, runStem(run));
    const earlier = files === undefined ? undefined : await readResult(`${files}.json`);
    if (earlier) checkSameRun(`${files ?? ''}.json`, earlier, { ...fixed, precision });
    const enough = earlier !== undefined && (earlier.complete || earlier.last.epoch >= until);
    if (enough && !onTrained) return earlier;
    if (earlier && files !== undefined) checkContinues(`${files}.json`, earlier, `${files}.safetensors`);
    const result = await train(model, {
      ...sources,
      optimizer,
      batchSize,
      epochs: enough ? earlier.last.epoch : Math.min(epochs, until),
      inputScale,
      precision: (precision === 'auto' ? earlier?.config.precision : undefined) ?? precision,
      seed,
      stopWhenDead,
      ...(files === undefined ? {} : { checkpoint: { file: `${files}.safetensors` } }),
      onProgress,
      onEpoch,
      onWarning,
      signal,
    });
    if (result.history.length === 0) return undefined;
    const kept = await keepResult(fixed, result, files);
    if (kept && !result.interrupted) await onTrained?.(model, kept);
    return kept;
  } finally {
    model.dispose();
  }
}
