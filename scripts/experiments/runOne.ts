import path from 'node:path';
import {
  claimRun,
  runExperiment,
  runNameOf,
  runStem,
  type ExperimentData,
  type ExperimentResult,
  type Profile,
  type RunExperimentOptions,
} from 'captcha-lab/experiments';
import type { PlannedRun } from './plannedRuns';
import type { RunTable } from './runTable';
import { createTensorBoard } from './tensorBoard';

/** Seconds of silence after which a process has lost its claim, unless others are named. */
export const STALE_AFTER = 20;

/** How it ended: with a result (perhaps of part of the epochs), stopped before there was any, or not begun because
 *  another process is at it, or failed. */
export type RunOutcome =
  | { readonly kind: 'done'; readonly result: ExperimentResult }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'failed'; readonly error: Error };

export interface RunOneOptions {
  readonly profile: Profile;
  readonly data: ExperimentData;
  readonly folder: string;
  readonly table: RunTable;
  readonly signal: AbortSignal;
  /** Epochs to have done in the end, where not all of the profile's are wanted. */
  readonly epochs: number | undefined;
  /** Folder for TensorBoard. */
  readonly tensorboard: string | undefined;
  /** Wait for a claim to go stale. */
  readonly patient: boolean;
  /** Seconds until it does. */
  readonly staleAfter: number;
  /** See `RunExperimentOptions`. */
  readonly onTrained?: RunExperimentOptions['onTrained'];
}

/** Claims a run, does it or finds it done, and gives the claim back. */
export async function runOne(
  { experiment, seed }: Pick<PlannedRun, 'experiment' | 'seed'>,
  {
    profile,
    data,
    folder,
    table,
    signal,
    epochs,
    tensorboard,
    patient,
    staleAfter,
    onTrained,
  }: RunOneOptions,
): Promise<RunOutcome> {
  const run = runNameOf(experiment, { profile: profile.name, seed, data });
  const stem = runStem(run);
  if (patient) table.note(`${stem}: waiting to see whether the process that has it is alive`);
  const claim = await claimRun(folder, run, { patient, staleAfter });
  if (!claim) return { kind: 'claimed' };
  try {
    const log = tensorboard === undefined ? undefined : createTensorBoard(path.join(tensorboard, stem));
    table.start(stem);
    const result = await runExperiment(experiment, {
      profile,
      seed,
      data,
      folder,
      ...(epochs !== undefined && { until: epochs }),
      onProgress: table.progress,
      onEpoch: (entry) => {
        table.epoch(entry);
        log?.(entry);
      },
      onWarning: table.note,
      onTrained,
      signal: AbortSignal.any([signal, claim.lost]),
    });
    if (claim.lost.aborted) {
      table.note(`${stem}: this process was asleep for too long and lost its claim`);
      return { kind: 'claimed' };
    }
    if (!result) return { kind: 'stopped' };
    table.finish(result);
    return { kind: 'done', result };
  } finally {
    await claim.release();
  }
}
