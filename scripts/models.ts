import path from 'node:path';
import { Command } from 'commander';
import { TABLE_IV } from 'captcha-lab/report';
import { buildModel, loadModel, saveModel } from 'captcha-lab/model';
import { extractCharacters } from 'captcha-lab/report';
import { augmentExamples } from 'captcha-lab/augment';
import { selectExamples, splitByCharacter } from 'captcha-lab/data';
import {
  correctNames,
  fitTemperature,
  measureScores,
  openDataset,
  readerFolder,
  readScores,
  SHIPPED_NETWORKS,
  type JudgedScores,
  type NetworkCard,
} from 'captcha-lab/experiments';
import { acceptedAtError, accuracy, formatCount } from 'captcha-lab/metrics';
import { formatDuration, interruptible, predictClasses, train } from 'captcha-lab/training';
import { generateCaptcha } from 'captcha-lab/generator';
import { deriveSeed } from 'captcha-lab/random';
import {
  buildReader,
  drawReaderSet,
  GENERATED_RECIPE,
  readerScores,
  trainReader,
  TUNING_RECIPE,
  type ReaderCard,
  type ReaderRecipe,
  type TrainReaderOptions,
} from 'captcha-lab/reader';
import type { tf } from 'captcha-lab/tensorflow';
import { writeFileWhole } from 'captcha-lab/files';
import { runCommand } from './command';
import { makeReportNetwork } from './models/reportNetwork';
import { readerFonts } from './models/readerFonts';
import { openPieces } from './readers/openPieces';

const ROOT = path.dirname(__dirname);
const WIDTH = 1 / 4;
// An epoch has the report's 27 variants of each training character.
const EPOCHS = 5;
const SEED = 1;
/** For a reader that saw no label there is nothing to find its limit on; this one is a guess, and its card says what it lets pass. */
const NOT_SURE_BELOW = 0.8;
/** Share of wrong answers that the tuned reader may give. */
const MOST_WRONG = 0.001;
const INPUT_SCALE = 1 / 255;

const program = new Command('npm run models --')
  .description('Trains the networks that come with the kit anew. data/models/README.md tells what each is.')
  .helpOption('-h, --help', 'show this help');

program
  .command('table-iv')
  .description(
    'Table IV at a quarter of its widths on generated characters and their 27 variants, on which notebook 11 climbs for long',
  )
  .option('--out <DIR>', 'where it goes', SHIPPED_NETWORKS.narrow.folder)
  .action(async ({ out }: { out: string }) => {
    const folder = folderOf(out, SHIPPED_NETWORKS.narrow.folder);
    const { captchas, kind, name } = await openDataset({ environment: {}, from: ROOT });
    if (kind !== 'generated') {
      throw new Error(
        'data/captchas holds imported pictures; move it away: this network is made from generated ones.',
      );
    }
    const characters = extractCharacters(captchas);
    const split = splitByCharacter(characters, { seed: SEED });
    const model = buildModel(TABLE_IV, { seed: SEED, width: WIDTH });
    const training = augmentExamples(characters, split.train);
    const result = await interruptible((signal) =>
      train(model, {
        train: training,
        validation: selectExamples(characters, split.validation),
        optimizer: { kind: 'adam', learningRate: 1e-3 },
        batchSize: 32,
        epochs: EPOCHS,
        inputScale: INPUT_SCALE,
        seed: SEED,
        checkpoint: { file: path.join(ROOT, '.cache', 'models', 'table-iv.safetensors') },
        signal,
        onEpoch: ({ epoch, accuracy, valAccuracy, seconds }) => {
          const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
          console.log(
            `epoch ${epoch} of ${EPOCHS}: training ${percent(accuracy)}, validation ${percent(valAccuracy)}, ${formatDuration(seconds)}`,
          );
        },
      }),
    );
    if (result.interrupted) throw new Error('interrupted; the same command goes on where it was.');
    const { truth, classes } = predictClasses(model, selectExamples(characters, split.test), {
      inputScale: INPUT_SCALE,
    });
    const { correct, n } = accuracy(truth, classes);
    const card: NetworkCard = {
      network: TABLE_IV.name,
      width: WIDTH,
      seed: SEED,
      inputScale: INPUT_SCALE,
      data: name,
      characters: training.count,
      epochs: EPOCHS,
      measured: { part: 'test', correct, n },
      madeBy: 'npm run models -- table-iv',
    };
    await saveModel(model, folder, { precision: 'half', metadata: { ...card } });
    console.log(`${formatCount(correct, n)} of the test characters; wrote ${folder}`);
  });

program
  .command('report')
  .description(
    "the report's last network, Table IV at its full widths, on the real characters (CAPTCHA_DATA); hours",
  )
  .option('--out <DIR>', 'where it goes', SHIPPED_NETWORKS.report.folder)
  .option('--results <DIR>', 'results whose run is gone on with', path.join('.cache', 'models'))
  .action(async ({ out, results }: { out: string; results: string }) => {
    await makeReportNetwork({
      folder: folderOf(out, SHIPPED_NETWORKS.report.folder),
      results: folderOf(results, path.join('.cache', 'models')),
    });
  });

program
  .command('reader-generated')
  .description(
    'the reader of whole CAPTCHAs from generated pictures in 20 open fonts, which npm fetches at first',
  )
  .option('--out <DIR>', 'where it goes', readerFolder('generated'))
  .action(async ({ out }: { out: string }) => {
    const { drawn, ...recipe } = GENERATED_RECIPE;
    const fonts = readerFonts(path.join(ROOT, '.cache'));
    console.log(`drawing ${drawn} pictures in ${fonts.length} fonts`);
    const set = drawReaderSet({ count: drawn, seed: SEED, fonts });
    const model = buildReader({ seed: SEED });
    await learn((signal, onProgress) =>
      trainReader(model, {
        ...recipe,
        sources: [{ set, share: 1, curves: 2 }],
        seed: SEED,
        signal,
        onProgress,
      }),
    );
    const judged = judgeOnDrawn(model, fonts);
    await saveReader(model, {
      folder: folderOf(out, readerFolder('generated')),
      card: {
        reader: 'reader-generated',
        data: `pictures drawn in ${fonts.length} open fonts, letters varied; no real one`,
        drawn,
        labelled: 0,
        unlabelled: 0,
        ...countsOf(recipe),
        seed: SEED,
        ...judged,
        notSureBelow: NOT_SURE_BELOW,
        madeBy: 'npm run models -- reader-generated',
      },
    });
  });

program
  .command('reader-tuned')
  .description(
    'the reader tuned on four fifths of the real pictures (CAPTCHA_DATA), as `npm run readers` trained it',
  )
  .option('--out <DIR>', 'where it goes', readerFolder('tuned'))
  .action(async ({ out }: { out: string }) => {
    const [own, ...others] = openPieces(path.join(ROOT, '.cache'), { arm: 'tuned' });
    // Errors of the fold's own test set must not set what is called sure there.
    const temperature = Number(fitTemperature(others.map(correctNames)).toPrecision(4));
    const folder = folderOf(out, readerFolder('tuned'));
    await saveReader(await loadModel(own.model), {
      folder,
      card: {
        reader: 'reader-tuned',
        data: 'the reader of generated pictures, tuned on four fifths of the real CAPTCHAs with their labels',
        drawn: TUNING_RECIPE.drawn,
        labelled: own.learnt,
        unlabelled: 0,
        ...countsOf(TUNING_RECIPE),
        seed: SEED,
        temperature,
        notSureBelow: limitOn(others.map(correctNames), temperature),
        measured: [
          { data: 'real CAPTCHAs kept aside, by their names', ...measureScores(own, temperature) },
          {
            data: 'the same with wrong names corrected',
            ...measureScores(correctNames(own), temperature),
          },
        ],
        madeBy: 'npm run readers -- run --arm tuned && npm run models -- reader-tuned',
      },
    });
    await writeFileWhole(`${folder}.held-out.txt`, own.texts.map((text) => `${text}\n`).join(''));
  });

/** The confidence below which the reader had better not answer, found on other folds; up to the next hundredth. */
function limitOn(judged: readonly JudgedScores[], temperature: number): number {
  const answers = judged.flatMap((one) =>
    readScores(one, temperature).map(({ text, confidence }, index) => ({
      confidence,
      right: text === one.texts[index],
    })),
  );
  const { threshold } = acceptedAtError(
    answers.map(({ confidence }) => confidence),
    answers.map(({ right }) => right),
    MOST_WRONG,
  );
  return Math.min(1, Math.ceil(100 * threshold) / 100);
}

/** What it reads of pictures that were never drawn before. */
function judgeOnDrawn(
  model: tf.LayersModel,
  fonts: readonly string[],
): Pick<ReaderCard, 'temperature' | 'measured'> {
  const pictures = Array.from({ length: 1000 }, (_, index) =>
    generateCaptcha({ seed: deriveSeed(SEED, 'judge', index), fonts }),
  );
  const texts = pictures.map(({ text }) => text);
  const scores = readerScores(
    model,
    pictures.map(({ image }) => image),
  );
  // Nearly all of these are read right, so they tell nothing of how sure it may be of others.
  const temperature = 1;
  const data = 'generated pictures in the same fonts, as they are, drawn after training';
  return { temperature, measured: [{ data, ...measureScores({ scores, texts }, temperature) }] };
}

function countsOf({
  steps,
  batchSize,
}: Pick<ReaderRecipe, 'steps' | 'batchSize'>): Pick<ReaderCard, 'steps' | 'batchSize'> {
  return { steps, batchSize };
}

async function saveReader(
  model: tf.LayersModel,
  { folder, card }: { folder: string; card: ReaderCard },
): Promise<void> {
  await saveModel(model, folder, { precision: 'half', metadata: { ...card } });
  for (const { data, characters, captchas } of card.measured) {
    console.log(`${data}: ${formatCount(captchas.correct, captchas.n)} CAPTCHAs, `);
    console.log(`  ${formatCount(characters.correct, characters.n)} characters`);
  }
  console.log(`temperature ${card.temperature.toFixed(3)}; wrote ${folder}`);
}

/** Trains with a line every 100 batches; Ctrl-C ends it and nothing is written. */
async function learn(
  train: (signal: AbortSignal, onProgress: NonNullable<TrainReaderOptions['onProgress']>) => Promise<unknown>,
): Promise<void> {
  await interruptible(async (signal) => {
    await train(signal, ({ step, steps, loss }) => {
      console.log(`step ${step} of ${steps}, loss ${loss.toFixed(4)}`);
    });
    if (signal.aborted) throw new Error('interrupted; nothing was written.');
  });
}

function folderOf(out: string, standard: string): string {
  return path.resolve(out === standard ? ROOT : (process.env.INIT_CWD ?? process.cwd()), out);
}

void runCommand(async () => {
  await program.parseAsync();
});
