import { rm } from 'node:fs/promises';
import path from 'node:path';
import { saveModel } from 'captcha-lab/model';
import type { InferredScheme } from 'captcha-lab/scheme';
import * as strength from 'captcha-lab/strength';
import { createStrengthProgress } from './createStrengthProgress';
import { openStart } from './openStart';
import type { StrengthOptions } from './options';
import { printStrength } from './printStrength';
import { stopSignal } from './stopSignal';
import { earlierRows, strengthFiles, writeStrength } from './strengthFiles';

/** Trains and judges the readers of a folder's pictures, with everything kept in OUT so that a later call goes on, and prints the result.
 *  Throws Error when an option does not fit the pictures or the folder of results, or the measurement was stopped. */
export async function measureFolder(
  { folder, out, labels, minutes, seed, from, json }: StrengthOptions,
  { pictures, problems, files, inferred }: strength.UsablePictures & { inferred: InferredScheme },
): Promise<void> {
  const begun = from === undefined ? undefined : await openStart(from, inferred.scheme);
  const scheme = begun?.card.scheme ?? inferred.scheme;
  const split = strength.setAside(pictures, { seed });
  const available = split.train.length;
  const tooMany = labels?.find((count) => count > available);
  if (tooMany !== undefined) {
    throw new Error(
      `--labels must be at most ${available}, got ${tooMany}: of ${pictures.length} pictures ${split.aside.length} are kept aside.`,
    );
  }
  const counts = labels ?? strength.labelCounts(available);
  const weights =
    begun && Float32Array.from(begun.model.getWeights().flatMap((weight) => [...weight.dataSync()]));
  const run = strength.runOf({ scheme, seed, split, counts, from: weights });
  const done = await earlierRows(out, run);
  const store = strengthFiles(out);
  console.error(
    `${split.aside.length} pictures are kept aside; readers learn from ${counts.join(', ')} of the ${available} others.`,
  );
  const resultOf = (rows: typeof done): strength.StrengthResult => ({
    format: 'captcha-lab strength 1',
    scheme,
    seed,
    ...(from !== undefined && { from: path.basename(path.dirname(from)) + '/' + path.basename(from) }),
    files,
    leftOut: problems.length,
    identical: split.identical,
    aside: split.aside.length,
    wanted: counts,
    rows,
    labelsFor:
      rows.length === 0
        ? []
        : strength.labelsFor(
            rows.map((row) => ({ labels: row.labels, share: row.texts.correct / row.texts.n })),
          ),
    run,
  });
  const rows = [...done];
  const stop = stopSignal();
  const progress = createStrengthProgress(() => performance.now());
  const command = `npm run strength -- ${path.basename(folder)} --seed ${seed}`;
  try {
    await strength.measureStrength(scheme, {
      split,
      counts,
      seed,
      done,
      seconds: 60 * minutes,
      ...(begun && { from: begun }),
      now: () => performance.now(),
      processor: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      },
      checkpoint: { fileOf: store.checkpointOf, run },
      onProgress: progress.update,
      async onRow(row, model) {
        const { characters, texts, notSureBelow, steps } = row;
        const start = from === undefined ? {} : { from };
        const card = {
          kind: 'recognizer' as const,
          scheme,
          labels: row.labels,
          steps,
          seed,
          ...start,
          notSureBelow,
        };
        const metadata = { ...card, measured: { characters, texts }, madeBy: command };
        await saveModel(model, store.reader, { metadata });
        rows.push(row);
        await writeStrength(out, resultOf(rows));
        await rm(store.checkpointOf(row.labels), { force: true });
      },
      signal: stop,
    });
  } finally {
    progress.stop();
    begun?.dispose();
  }
  if (rows.length < counts.length) {
    throw new Error(
      `stopped; ${rows.length} of ${counts.length} readers are done. The same command goes on from here.`,
    );
  }
  await rm(store.checkpoints, { recursive: true, force: true });
  printStrength(resultOf(rows), { json, page: store.page, reader: store.reader });
}
