import path from 'node:path';
import {
  openExperimentData,
  openResults,
  PROFILES,
  type ExperimentResult,
  type Profile,
} from 'captcha-lab/experiments';
import { interruptible } from 'captcha-lab/training';
import { runCommand } from './command';
import { checkFolders } from './experiments/checkFolders';
import { compareTable } from './experiments/compareTable';
import { exportCsv } from './experiments/exportCsv';
import { listExperiments } from './experiments/listExperiments';
import { parseFlags, type Flags } from './experiments/parseFlags';
import { plannedRuns, type PlannedRun } from './experiments/plannedRuns';
import { printPlan } from './experiments/printPlan';
import { runOne, type RunOutcome } from './experiments/runOne';
import { createRunTable } from './experiments/runTable';

async function main(): Promise<void> {
  const flags = parseFlags(process.argv);
  const folder = path.resolve(flags.here, flags.results);
  const profile = { ...PROFILES[flags.profile], precision: flags.precision };
  if (flags.compare) {
    console.log(await compareTable(await openResults(folder), flags.json, folder));
    return;
  }
  if (flags.names.length === 0 && flags.export === undefined) {
    console.log(listExperiments(profile, flags.json));
    return;
  }
  const runs = plannedRuns(flags, profile);
  const results = await openResults(folder, { write: runs.length > 0 && !flags.plan });
  if (flags.plan) {
    await checkFolders(flags);
    console.log(printPlan(runs, results, profile, flags.json));
    return;
  }
  if (runs.length > 0) await runAll(runs, { flags, folder, profile });
  if (flags.export !== undefined) {
    const written = await exportCsv(await openResults(folder), path.resolve(flags.here, flags.export));
    console.error(`Wrote ${written.join(' and ')}.`);
  }
}

/** Runs what is this process's share; what other processes are running is left to them. */
async function runAll(
  runs: readonly PlannedRun[],
  { flags, folder, profile }: { flags: Flags; folder: string; profile: Profile },
): Promise<void> {
  const { data } = await openExperimentData({
    handwriting: runs.some(({ experiment }) => experiment.trainOn === 'emnist'),
    environment: { ...process.env, ...(flags.data !== undefined && { CAPTCHA_DATA: flags.data }) },
    from: flags.here,
    ...(flags.emnist !== undefined && { emnist: path.resolve(flags.here, flags.emnist) }),
  });
  const tensorboard =
    flags.tensorboard === undefined ? undefined : path.resolve(flags.here, flags.tensorboard);
  const table = createRunTable({ stream: process.stderr });
  const outcomes = new Map<PlannedRun, RunOutcome>();
  await interruptible(async (signal) => {
    for (const patient of [false, true]) {
      // First what is free; then what others had claimed, in case they have died.
      for (const run of runs.filter((each) => (outcomes.get(each)?.kind ?? 'claimed') === 'claimed')) {
        if (signal.aborted) return;
        try {
          outcomes.set(
            run,
            await runOne(run, {
              profile,
              epochs: flags.epochs,
              data,
              folder,
              table,
              signal,
              tensorboard,
              patient,
              staleAfter: flags.staleAfter,
            }),
          );
        } catch (error) {
          // One run's damaged file must not keep the others from being run.
          outcomes.set(run, { kind: 'failed', error: error as Error });
          table.note(`${run.stem}: failed`);
        }
      }
    }
  });
  report(runs, outcomes, flags);
}

function report(
  runs: readonly PlannedRun[],
  outcomes: ReadonlyMap<PlannedRun, RunOutcome>,
  { json, epochs = Infinity }: Pick<Flags, 'json' | 'epochs'>,
): void {
  const done: ExperimentResult[] = [];
  const left: string[] = [];
  const failed: Error[] = [];
  for (const run of runs) {
    const outcome = outcomes.get(run);
    const result = outcome?.kind === 'done' ? outcome.result : undefined;
    if (result && (result.complete || result.last.epoch >= epochs)) done.push(result);
    else if (outcome?.kind === 'failed') failed.push(outcome.error);
    else if (outcome?.kind === 'claimed') left.push(`${run.stem}: another process is at it`);
    else {
      left.push(`${run.stem}: interrupted; the same command goes on with it`);
      process.exitCode = 130;
    }
  }
  if (json) console.log(JSON.stringify(done, null, 2));
  for (const line of left) console.error(line);
  for (const { message } of failed) console.error(`error: ${message}`);
  if (failed.length > 0) process.exitCode = 1;
}

void runCommand(main);
