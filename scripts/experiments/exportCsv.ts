import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { writeFileWhole } from 'captcha-lab/files';
import type { ExperimentResult } from 'captcha-lab/experiments';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/** Merges results into two tables in `folder`: runs.csv, a row a run, and epochs.csv, a row an epoch. Gives their
 *  paths. Throws RangeError without results, and when a file of that name holds something else. */
export async function exportCsv(results: readonly ExperimentResult[], folder: string): Promise<string[]> {
  if (results.length === 0) {
    throw new RangeError('There are no results to export; name the folder that has them with --results.');
  }
  await mkdir(folder, { recursive: true });
  const tables: readonly [string, readonly Row[]][] = [
    ['runs.csv', results.map(runRow)],
    ['epochs.csv', results.flatMap(epochRows)],
  ];
  // Both are looked at before either is written.
  for (const [name, rows] of tables) await checkOurs(path.join(folder, name), rows);
  return Promise.all(
    tables.map(async ([name, rows]) => {
      const file = path.join(folder, name);
      await writeFileWhole(file, stringify([...rows], { header: true, cast: { boolean: String } }));
      return file;
    }),
  );
}

function runRow(result: ExperimentResult): Row {
  const { run, config, data, best, last, diagnosis, versions, machine, captchas } = result;
  const { optimizer, ...settings } = config;
  return {
    ...run,
    complete: result.complete,
    ...settings,
    optimizer: optimizer.kind,
    learningRate: optimizer.learningRate,
    data: data.name,
    fingerprint: data.fingerprint,
    training: data.training,
    measured: data.measured,
    epochsDone: last.epoch,
    bestEpoch: best.epoch,
    bestCorrect: best.correct,
    lastCorrect: last.correct,
    n: best.n,
    bestAccuracy: best.correct / best.n,
    lastAccuracy: last.correct / last.n,
    diagnosis: diagnosis?.kind ?? '',
    seconds: result.seconds,
    peakMemoryMiB: result.peakMemoryMiB,
    captchasCorrect: captchas?.correct ?? null,
    captchas: captchas?.n ?? null,
    ...versions,
    ...machine,
    threads: machine.threads ?? null,
  };
}

function epochRows({ run, history }: ExperimentResult): Row[] {
  return history.loss.map((loss, index) => ({
    ...run,
    epoch: index + 1,
    loss,
    accuracy: history.accuracy[index],
    valLoss: history.valLoss[index],
    valAccuracy: history.valAccuracy[index],
    testLoss: history.testLoss?.[index] ?? null,
    testAccuracy: history.testAccuracy?.[index] ?? null,
    examplesPerSecond: history.examplesPerSecond[index],
    seconds: history.seconds[index],
  }));
}

/** A file that does not begin as ours do is somebody's own; later versions may have more columns. */
async function checkOurs(file: string, rows: readonly Row[]): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  const begin = Object.keys(rows[0]).slice(0, 4).join();
  if (text !== undefined && !text.startsWith(`${begin},`)) {
    throw new RangeError(`${file} is not one of this command's tables; move it away or name another folder.`);
  }
}
