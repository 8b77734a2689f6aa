import path from 'node:path';
import { Command } from 'commander';
import { importData, setImportAside, surveyData } from 'captcha-lab/sets';
import { runCommand } from './command';
import { describeResult, describeReturn, describeSurvey, withAdvice } from './data/describeImport';
import { createStepProgress } from './stepProgress';

const PROJECT_DATA = path.resolve(__dirname, '../data');

const HELP = `
Without PATH: tells which data are there. PATH is one of
  archive.zip   the CAPTCHAs, from https://www.kaggle.com/datasets/fournierp/captcha-version-2-images
  FOLDER        their pictures, or CAPTCHAs of your own named by label, 200 x 50 pixels
  gzip.zip      EMNIST, from https://www.nist.gov/itl/products-and-services/emnist-dataset
  FOLDER        its emnist-balanced-…-ubyte files (.gz or not), as torchvision leaves them, too; the mapping is built in

Examples:
  npm run data
  npm run data -- ~/Downloads/archive.zip
  npm run data -- ~/Downloads/gzip.zip
  npm run data -- my-captchas --replace
  npm run data -- my-captchas --skip-bad
  npm run data -- --generated

Everything is verified before it takes its place in data/. Imported data are never committed; the notebooks use
data/captchas from then on (CAPTCHA_DATA=FOLDER names another folder for one run).`;

interface Flags {
  readonly into: string;
  readonly json?: boolean;
  readonly replace?: boolean;
  readonly skipBad?: boolean;
  readonly generated?: boolean;
}

async function main(): Promise<void> {
  const program = new Command('npm run data --')
    .description('Imports the CAPTCHAs or EMNIST into data/, or tells which data are there.')
    .argument('[PATH]', 'a zip archive or a folder to import')
    .option('--replace', 'use the new data where others are; the old are kept as data/captchas.old-1, …')
    .option(
      '--skip-bad',
      'leave out pictures that are bad, and list them here and in left-out.json beside the others',
    )
    .option(
      '--generated',
      'go back to generated CAPTCHAs; the imported ones are kept as data/captchas.old-1, …',
    )
    .option('--into <folder>', 'another place than data/', PROJECT_DATA)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .parse();
  const [source] = program.args as (string | undefined)[];
  const flags = program.opts<Flags>();
  // npm starts commands in the project; a relative path means the folder where the user is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const into = path.resolve(here, flags.into);
  if (flags.generated) {
    if (source !== undefined)
      throw new Error(`--generated takes no PATH, got ${source}; leave one of them out.`);
    const previous = await setImportAside(into);
    console.log(flags.json ? JSON.stringify({ previous }, null, 2) : describeReturn(previous));
    return;
  }
  if (source === undefined) {
    const survey = await surveyData(into);
    console.log(flags.json ? JSON.stringify(survey, null, 2) : describeSurvey(into, survey));
    return;
  }
  const progress = createStepProgress({ unpack: 'Unpacking', verify: 'Verifying' });
  try {
    const absolute = /^https?:/i.test(source) ? source : path.resolve(here, source);
    const onBad = flags.skipBad ? 'skip' : 'throw';
    const result = await importData(absolute, {
      into,
      replace: flags.replace,
      onBad,
      onProgress: progress.update,
    }).catch((error: unknown) => {
      throw withAdvice(error, onBad);
    });
    progress.stop();
    console.log(flags.json ? JSON.stringify(result, null, 2) : describeResult(result));
  } finally {
    progress.stop();
  }
}

void runCommand(main);
