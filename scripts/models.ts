import path from 'node:path';
import { Command } from 'commander';
import { TABLE_IV, buildModel, saveModel } from 'captcha-lab/model';
import { extractCharacters } from 'captcha-lab/preprocess';
import { augmentExamples } from 'captcha-lab/augment';
import { selectExamples, splitByCharacter } from 'captcha-lab/data';
import { SHIPPED_NETWORK, openDataset, type NetworkCard } from 'captcha-lab/experiments';
import { accuracy, formatCount } from 'captcha-lab/metrics';
import { formatDuration, interruptible, predictClasses, train } from 'captcha-lab/training';
import { runCommand } from './command';

const ROOT = path.dirname(__dirname);
const WIDTH = 1 / 4;
// An epoch has the report's 27 variants of each training character.
const EPOCHS = 5;
const SEED = 1;
const INPUT_SCALE = 1 / 255;

const program = new Command('npm run models --')
  .description('Trains the networks that come with the kit anew. data/models/README.md tells what each is.')
  .helpOption('-h, --help', 'show this help');

program
  .command('table-iv')
  .description(
    'Table IV at a quarter of its widths on generated characters and their 27 variants, which notebooks 10 to 12 look into',
  )
  .option('--out <DIR>', 'where it goes', SHIPPED_NETWORK)
  .action(async ({ out }: { out: string }) => {
    const folder = path.resolve(
      out === SHIPPED_NETWORK ? ROOT : (process.env.INIT_CWD ?? process.cwd()),
      out,
    );
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

void runCommand(async () => {
  await program.parseAsync();
});
