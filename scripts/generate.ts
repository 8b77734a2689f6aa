import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { ALPHABET, CAPTCHA_LENGTH } from 'captcha-lab/report';
import { DatasetError } from 'captcha-lab/data';
import { writeGeneratedSet, type WrittenSet } from 'captcha-lab/generator';
import { runCommand } from './command';
import { createStepProgress } from './stepProgress';

const MAX_COUNT = 1_000_000;
const DEFAULT_COUNT = 1000;

const HELP = `
Pictures are named by what they show (nw4x8.png); manifest.json has the seed and SHA-256 of each.
Random texts are five of the data set's characters, n twice as often as the others, each text once.
The folder can be given to the notebooks: CAPTCHA_DATA=DIR npm start.

Examples:
  npm run generate -- --out my-captchas
  npm run generate -- --count 5000 --seed 7 --out more
  npm run generate -- --text nw4x8 --steps --out one
  npm run generate -- --text nw4x8 --count 9 --no-noise --out nine
  npm run generate -- --font Go-Bold.ttf --font Lato-Bold.woff2 --out other-fonts

A DIR that holds this very set is left as it is, or repaired. A DIR that holds anything else is refused: --force
replaces another set that this command wrote there and puts the set beside other files, which are never
overwritten.`;

interface Flags {
  readonly out: string;
  readonly count?: number;
  readonly seed: number;
  readonly text?: string;
  readonly font?: string[];
  readonly noise: boolean;
  readonly steps?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

async function main(): Promise<void> {
  const flags = parseFlags();
  // npm starts commands in the project; a relative path means the folder where the user is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const folder = path.resolve(here, flags.out);
  const progress = createStepProgress({ draw: 'Drawing' });
  const interrupt = new AbortController();
  const stop = (): void => {
    interrupt.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const written = await writeGeneratedSet(folder, {
      count: flags.count ?? (flags.text === undefined ? DEFAULT_COUNT : 1),
      seed: flags.seed,
      text: flags.text,
      fonts: flags.font?.map((file) => path.resolve(here, file)),
      noise: flags.noise,
      steps: flags.steps,
      existing: flags.force ? 'add' : 'keep',
      onProgress: ({ done, total }) => {
        progress.update({ step: 'draw', done, total });
      },
      signal: interrupt.signal,
    });
    progress.stop();
    report(folder, written, flags.json);
  } catch (error) {
    if (interrupt.signal.aborted) throw new Error(`stopped; ${folder} is as it was.`, { cause: error });
    if (!(error instanceof DatasetError) || error.cause !== undefined || flags.force) throw error;
    throw new Error(`${error.message} See --force in --help.`, { cause: error });
  } finally {
    progress.stop();
  }
}

function parseFlags(): Flags {
  return new Command('npm run generate --')
    .description('Draws labelled CAPTCHAs as Kaptcha does: text, water, ripple, noise curves, background.')
    .requiredOption('--out <dir>', 'the folder to write, new or empty')
    .option(
      '--count <n>',
      `how many, 1 to ${MAX_COUNT} (default: ${DEFAULT_COUNT}, with --text 1)`,
      parseCount,
    )
    .option('--seed <n>', 'a whole number; the same seed draws the same pictures', parseSeed, 1)
    .option('--text <text>', 'draw this text instead of random ones')
    .option(
      '--font <file>',
      'a TTF, OTF, WOFF or WOFF2 file; repeat it for more (default: two bundled faces)',
      collect,
    )
    .option('--no-noise', 'leave out the two curves')
    .option('--steps', 'also write DIR/steps/TEXT/: 1text, 2ripple, 3noise, 4final')
    .option('--force', 'replace another set of this command, or write beside other files')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .parse()
    .opts<Flags>();
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > MAX_COUNT) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_COUNT}.`);
  }
  return count;
}

function parseSeed(value: string): number {
  if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(Number(value))) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return Number(value);
}

function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}

function report(folder: string, { manifest: { recipe, pictures }, drawn }: WrittenSet, json = false): void {
  if (json) {
    const manifest = path.join(folder, 'manifest.json');
    console.log(JSON.stringify({ folder, manifest, drawn, pictures: pictures.length, recipe }, null, 2));
    return;
  }
  const what = `${pictures.length} ${pictures.length === 1 ? 'CAPTCHA' : 'CAPTCHAs'}`;
  console.log(drawn ? `Drew ${what} into ${folder}.` : `${folder} holds these ${what} already.`);
  const { text } = recipe;
  const loadable = text === null || new RegExp(`^[${ALPHABET}]{${CAPTCHA_LENGTH}}`).test(text);
  if (!loadable) {
    console.log(
      `The notebooks cannot load them: "${text}" does not begin with ${CAPTCHA_LENGTH} of ${ALPHABET}.`,
    );
  }
}

void runCommand(main);
