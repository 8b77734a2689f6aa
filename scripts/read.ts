import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from 'captcha-lab/report';
import { runCommand } from './command';
import { findPictures, type Failure, type Picture } from './findPictures';
import { jsonOutput, lineOutput } from './read/createOutput';
import type { Result } from './read/describeResult';
import { judge } from './read/judge';
import { openChosenReader, type ChosenReader } from './read/openChosenReader';
import { printable } from './read/printable';
import { tableText } from './read/tableText';
import { count, emptyTally } from './read/tally';
import { createStepProgress } from './stepProgress';

const HELP = `
INPUT is a picture, a folder (the pictures directly in it) or a glob in quotes. PNG, JPEG, WebP, GIF and BMP are read, by
their content; of an animation the first picture, transparent ones on white, turned as Exif asks (JPEG and PNG). What is
wrong with a picture that can be read all the same is said on stderr, and with --json in "warnings". Pictures must be
${CAPTCHA_WIDTH} x ${CAPTCHA_HEIGHT} pixels, like those that the reader learnt from: what it says of other CAPTCHAs means nothing. A reader that \`npm run strength\`
made (--model OUT/reader) reads pictures of its own kind, whatever their size.

A line has the name, the text and how probable it is that all of it is right (rounded down). Where that is less than
the reader's own limit, or --not-sure-below, the line says "not sure"; --json has the text all the same.

Examples:
  npm run read -- my-captcha.png
  npm run read -- drawn 'others/2*.png' --check
  npm run --silent read -- drawn --json > texts.json

Bad pictures are named, the others are read; the exit code is then 1. "Not sure" is no failure.`;

interface Flags {
  readonly json?: boolean;
  readonly check?: boolean;
  readonly model: string;
  readonly notSureBelow?: number;
}

async function main(): Promise<void> {
  const program = new Command('npm run read --')
    .description('Reads CAPTCHAs: the text of each picture, and how sure that is.')
    .argument('<INPUT...>', 'pictures, folders of pictures, or globs')
    .option(
      '--check',
      'compare with the texts of labels.csv beside the pictures, or that the names begin with (nw4x8.png), and count',
    )
    .option(
      '--model <NAME>',
      'generated (learnt from drawn pictures), tuned (then from real ones) or the folder of a reader',
      'tuned',
    )
    .option('--not-sure-below <SHARE>', "0 (always answers) to 1, instead of the reader's own", parseShare)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .parse();
  const flags = program.opts<Flags>();
  // npm starts commands in the project; a relative path means the folder where the user is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const { pictures, failures } = await findPictures(program.args, { here });
  if (pictures.length === 0 && !flags.json) {
    throw new Error(failures.map(({ file, reason }) => printable(`${file}: ${reason}`)).join('; '));
  }
  const reader = await openChosenReader(flags.model, { root: path.dirname(__dirname), here });
  try {
    const failed = await readAll(reader, { pictures, failures, flags });
    if (failed > 0) {
      throw new Error(`${failed} of ${pictures.length + failures.length} could not be read; see above.`);
    }
  } finally {
    reader.dispose();
  }
}

interface Work {
  readonly pictures: readonly Picture[];
  readonly failures: readonly Failure[];
  readonly flags: Flags;
}

/** Prints every result as it comes; resolves with the number of failures. */
async function readAll(reader: ChosenReader, { pictures, failures, flags }: Work): Promise<number> {
  const { check = false, notSureBelow = reader.notSureBelow } = flags;
  const names = pictures.map(({ name }) => name);
  const output = flags.json ? jsonOutput(reader.name, notSureBelow, check) : lineOutput(names, check);
  const tally = emptyTally();
  const total = pictures.length + failures.length;
  // Lines that go to the same terminal are progress enough, and a bar would run into them.
  const showBar = total > 1 && process.stderr.isTTY && !process.stdout.isTTY;
  const progress = showBar ? createStepProgress({ read: 'Reading' }) : undefined;
  const behindBar: string[] = [];
  let done = 0;
  await output.begin();
  try {
    for await (const result of resultsOf(reader, { pictures, failures, check, notSureBelow })) {
      const { file, reading, sure = false, judgement = null, warnings = [], error } = result;
      if (reading) count(tally, sure, judgement);
      else tally.failed++;
      await output.add(result);
      for (const reason of error === undefined ? warnings : [error]) {
        const line = printable(`${file}: ${reason}`);
        if (showBar) behindBar.push(line);
        else console.error(line);
      }
      done++;
      progress?.update({ step: 'read', done, total });
    }
  } finally {
    progress?.stop();
    behindBar.forEach((line) => {
      console.error(line);
    });
  }
  await output.end(tally);
  return tally.failed;
}

/** The results of all pictures in their order, then the inputs that name none. */
async function* resultsOf(
  reader: ChosenReader,
  {
    pictures,
    failures,
    check,
    notSureBelow,
  }: Omit<Work, 'flags'> & { readonly check: boolean; readonly notSureBelow: number },
): AsyncGenerator<Result> {
  const textOf = check ? await tableText(pictures) : undefined;
  let index = 0;
  for await (const { reading, error, ...rest } of reader.readFiles(pictures.map((picture) => picture.path))) {
    const { name: file, path: whole } = pictures[index++];
    if (!reading) {
      yield { file, error: error.reason };
      continue;
    }
    const sure = reading.text !== '' && reading.confidence >= notSureBelow;
    const warnings = 'warnings' in rest ? rest.warnings : [];
    yield {
      file,
      reading,
      sure,
      ...(warnings.length > 0 && { warnings }),
      ...(check && { judgement: judge(file, reading, { scheme: reader.scheme, inTable: textOf?.(whole) }) }),
    };
  }
  for (const { file, reason } of failures) yield { file, error: reason };
}

function parseShare(value: string): number {
  const share = Number(value);
  if (value.trim() === '' || !(share >= 0 && share <= 1)) {
    throw new InvalidArgumentError('It must be a share from 0 to 1, such as 0.9.');
  }
  return share;
}

void runCommand(main);
