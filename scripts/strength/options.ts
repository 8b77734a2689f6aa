import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';

const HELP = `
FOLDER holds pictures of one kind of CAPTCHA, your own or made by a generator, with their texts: as file names (k3wd7.png, and
k3wd7-2.png for a second one) or in a table labels.csv beside them (lines of file,text, the first being "file,text").
Size, characters and lengths are inferred from them. At least 120 pictures; 1,000 give a good answer.

A fifth of the pictures, at least 100, is kept aside, and readers learn from 100, 200, 400, … of the others, each from nothing: no
generator, no knowledge of the drawing. OUT then has strength.html (a page with a figure), strength.json, and in reader/
the reader that learnt from the most labels:
  npm run read -- PICTURES --model OUT/reader --check

Examples:
  npm run strength -- my-captchas
  npm run strength -- my-captchas --labels 100 400 --minutes 10 --out result
  npm run strength -- changed-captchas --from result/reader

Stop it whenever you like, even by force: the same command goes on where it was. Nothing leaves this machine.
Exit code 0: done; 1: nothing usable, or stopped; 2: wrong usage.`;

/** What the user asked for. Paths are absolute. */
export interface StrengthOptions {
  readonly folder: string;
  readonly out: string;
  readonly labels: readonly number[] | undefined;
  readonly minutes: number;
  readonly seed: number;
  readonly from: string | undefined;
  readonly skipBad: boolean;
  readonly json: boolean;
}

/** Reads the command line; wrong usage ends the process with exit code 2. here: the folder relative paths are taken from. */
export function strengthOptions(here: string): StrengthOptions {
  const program = new Command('npm run strength --')
    .description('How many labelled pictures, and minutes, it takes a program to read your CAPTCHA.')
    .argument('<FOLDER>', 'labelled pictures')
    .option(
      '--labels <N...>',
      'numbers of labels to learn from; 100, 200, 400, … and all by default',
      addCount,
    )
    .option('--minutes <M>', 'minutes of training in all, at most', parseMinutes, 30)
    .option(
      '--seed <N>',
      'decides which pictures are kept aside, and all else that is drawn by chance',
      parseSeed,
      1,
    )
    .option('--out <OUT>', 'folder for the results; FOLDER-strength in the current folder by default')
    .option(
      '--from <MODEL>',
      'go on from a trained reader (OUT/reader of an earlier run) instead of from nothing',
    )
    .option(
      '--skip-bad',
      'go on without the pictures that cannot be used; by default they are listed and nothing is done',
    )
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : 2);
    })
    .parse();
  const flags = program.opts<{
    labels?: number[];
    minutes: number;
    seed: number;
    out?: string;
    from?: string;
    skipBad?: boolean;
    json?: boolean;
  }>();
  const folder = path.resolve(here, program.args[0]);
  return {
    folder,
    out: path.resolve(here, flags.out ?? `${path.basename(folder)}-strength`),
    labels: flags.labels && [...new Set(flags.labels)].sort((a, b) => a - b),
    minutes: flags.minutes,
    seed: flags.seed,
    from: flags.from === undefined ? undefined : path.resolve(here, flags.from),
    skipBad: flags.skipBad === true,
    json: flags.json === true,
  };
}

function addCount(value: string, before: number[] = []): number[] {
  const count = Number(value);
  if (!Number.isSafeInteger(count) || count < 20) {
    throw new InvalidArgumentError('It must be whole numbers of at least 20, such as 100 200 400.');
  }
  return [...before, count];
}

function parseMinutes(value: string): number {
  const minutes = Number(value);
  if (!(minutes > 0 && Number.isFinite(minutes))) {
    throw new InvalidArgumentError('It must be a number above 0, such as 15.');
  }
  return minutes;
}

function parseSeed(value: string): number {
  const seed = Number(value);
  if (value.trim() === '' || !Number.isSafeInteger(seed)) {
    throw new InvalidArgumentError('It must be a whole number.');
  }
  return seed;
}
