import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Command, Option } from 'commander';
import { writeFileWhole } from 'captcha-lab/files';
import { foldsByCaptcha, type Captcha } from 'captcha-lab/data';
import {
  openReader,
  READER_ARMS,
  READER_FOLDS,
  READER_RESULTS,
  readerPieceName,
  readerPieces,
  readerResultsSchema,
  trainReaderPiece,
  type ReaderArm,
  type ReaderPiece,
  type ReaderResults,
} from 'captcha-lab/experiments';
import { loadModel, saveModel } from 'captcha-lab/model';
import { drawReaderSet, readerScores, TUNING_RECIPE, type ReaderSet } from 'captcha-lab/reader';
import { tf } from 'captcha-lab/tensorflow';
import { interruptible } from 'captcha-lab/training';
import { runCommand } from './command';
import { readerFonts } from './models/readerFonts';
import { runDefence } from './readers/runDefence';
import { summarize } from './readers/summarize';
import { runTransfer } from './readers/runTransfer';
import { isDone, pieceFolder } from './readers/openPieces';
import { openReal } from './readers/openReal';
import { DRAWN_SEED, studyStamp } from './readers/studyStamp';

const ROOT = path.dirname(__dirname);
const CACHE = path.join(ROOT, '.cache');

const program = new Command('npm run readers --')
  .description(
    'The readers of whole CAPTCHAs over five folds: what they read of pictures they did not learn from, by what they did.',
  )
  .helpOption('-h, --help', 'show this help');

program
  .command('run')
  .description('trains and measures what is missing; pieces that are done in .cache/study are kept')
  .addOption(new Option('--arm <ARM>', 'only this one').choices(READER_ARMS))
  .option('--fewer-labels', 'only pieces with fewer labels than there are')
  .option('--all-labels', 'only pieces with all labels')
  .option('--piece <NAME>', 'only this piece')
  .action(async (flags: { arm?: ReaderArm; fewerLabels?: boolean; allLabels?: boolean; piece?: string }) => {
    const { captchas } = await openReal(ROOT);
    const pieces = readerPieces().filter(
      (piece) =>
        (!flags.arm || piece.arm === flags.arm) &&
        (!flags.fewerLabels || piece.labels !== undefined) &&
        (!flags.allLabels || piece.labels === undefined) &&
        (!flags.piece || readerPieceName(piece) === flags.piece),
    );
    if (pieces.length === 0) {
      throw new Error(
        `no piece fits ${JSON.stringify(flags)}: \`npm run readers -- list\` names them, and a piece has either all labels or fewer.`,
      );
    }
    const base = (await openReader('generated', { from: ROOT })).model;
    let drawn: ReaderSet | undefined;
    for (const piece of pieces) {
      if (isDone(CACHE, piece)) continue;
      drawn ??= drawReaderSet({ count: TUNING_RECIPE.drawn, seed: DRAWN_SEED, fonts: readerFonts(CACHE) });
      await measure(piece, { captchas, base, drawn });
    }
  });

program
  .command('transfer')
  .description(
    "single characters, as the report's conclusion proposes: early layers from elsewhere, the last from real ones",
  )
  .option('--emnist <DIR>', 'folder of EMNIST; without it handwriting is left out')
  .action(async ({ emnist }: { emnist?: string }) => {
    const { captchas } = await openReal(ROOT);
    const here = process.env.INIT_CWD ?? process.cwd();
    await interruptible((signal) =>
      runTransfer(captchas, {
        cache: CACHE,
        root: ROOT,
        emnist: emnist && path.resolve(here, emnist),
        signal,
      }),
    );
  });

program
  .command('defence')
  .description("what each of a defender's changes to the generator costs the reader, on generated pictures")
  .action(async () => {
    await interruptible((signal) => runDefence({ cache: CACHE, root: ROOT, signal }));
  });

program
  .command('summary')
  .description('writes data/results/reader.json from all that is done')
  .option('--partial', 'leave out what is not done yet instead of refusing')
  .action(async ({ partial = false }: { partial?: boolean }) => {
    const { captchas } = await openReal(ROOT);
    const file = path.join(ROOT, 'data', 'results', READER_RESULTS);
    await writeFileWhole(
      file,
      formatResults(readerResultsSchema.parse(summarize(CACHE, { partial, captchas }))),
    );
    console.log(`wrote ${file}`);
  });

program
  .command('list')
  .description('which pieces are done')
  .action(() => {
    for (const piece of readerPieces()) {
      const done = isDone(CACHE, piece);
      console.log(`${done ? 'done  ' : 'to do '} ${readerPieceName(piece)}`);
    }
  });

/** JSON with a reading a line: a thousand of them are to be compared in a diff, not to be paged through. */
function formatResults(results: ReaderResults): string {
  return `${JSON.stringify(results, null, 1).replace(/\{[^{}]*"characters": \[[^\]]*\]\s*\}/g, (reading) =>
    reading.replace(/\s+/g, ' '),
  )}\n`;
}

async function measure(
  piece: ReaderPiece,
  { captchas, base, drawn }: { captchas: readonly Captcha[]; base: tf.LayersModel; drawn: ReaderSet },
): Promise<void> {
  const name = readerPieceName(piece);
  const folder = pieceFolder(CACHE, piece);
  const fold = foldsByCaptcha(captchas, READER_FOLDS)[piece.fold];
  const from = performance.now();
  const log = (line: string): void => {
    console.log(`${name}: ${line} (${((performance.now() - from) / 1000).toFixed(0)} s)`);
  };
  const model = await interruptible(async (signal) => {
    const trained = await trainReaderPiece(piece, { captchas, fold, base, drawn, signal, log });
    if (signal.aborted) throw new Error('interrupted; what was done is kept.');
    return trained;
  });
  const seconds = (performance.now() - from) / 1000;
  await mkdir(folder, { recursive: true });
  await saveModel(model, path.join(folder, 'model'), { precision: 'half' });
  model.dispose();
  // What is measured is what is kept: half precision.
  const kept = await loadModel(path.join(folder, 'model'));
  const { values, ...shape } = readerScores(
    kept,
    Array.from(fold.test, (index) => captchas[index].image),
  );
  kept.dispose();
  await writeFileWhole(path.join(folder, 'scores.bin'), Buffer.from(values.buffer));
  const indices = Array.from(fold.test);
  await writeFileWhole(
    path.join(folder, 'scores.json'),
    JSON.stringify({
      piece,
      ...shape,
      indices,
      labels: indices.map((index) => captchas[index].label),
      learnt: Math.min(piece.labels ?? fold.train.length, piece.arm === 'generated' ? 0 : Infinity),
      seconds,
      stamp: studyStamp(),
    }),
  );
  log('done');
}

void runCommand(async () => {
  await program.parseAsync();
});
