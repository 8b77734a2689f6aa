import path from 'node:path';
import { Command } from 'commander';
import {
  importData,
  surveyData,
  type DataSurvey,
  type ImportResult,
  type SurveyedData,
} from 'captcha-lab/sets';
import { runCommand } from './command';
import { createStepProgress } from './stepProgress';

const PROJECT_DATA = path.resolve(__dirname, '../data');

const HELP = `
Without PATH: tells which data are there. PATH is one of
  archive.zip   the CAPTCHAs, from https://www.kaggle.com/datasets/fournierp/captcha-version-2-images
  FOLDER        their pictures, or CAPTCHAs of your own named by label, 200 x 50 pixels
  gzip.zip      EMNIST, from https://www.nist.gov/itl/products-and-services/emnist-dataset
  FOLDER        its emnist-balanced-…-ubyte files (.gz or not) and emnist-balanced-mapping.txt

Examples:
  npm run data
  npm run data -- ~/Downloads/archive.zip
  npm run data -- ~/Downloads/gzip.zip
  npm run data -- my-captchas --replace

Everything is verified before it takes its place in data/. Imported data are never committed; the notebooks use
data/captchas from then on (CAPTCHA_DATA=FOLDER names another folder for one run).`;

interface Flags {
  readonly into: string;
  readonly json?: boolean;
  readonly replace?: boolean;
}

async function main(): Promise<void> {
  const program = new Command('npm run data --')
    .description('Imports the CAPTCHAs or EMNIST into data/, or tells which data are there.')
    .argument('[PATH]', 'a zip archive or a folder to import')
    .option('--replace', 'use the new data where others are; the old are kept as data/captchas.old-1, …')
    .option('--into <folder>', 'another place than data/', PROJECT_DATA)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', HELP)
    .parse();
  const [source] = program.args as (string | undefined)[];
  const flags = program.opts<Flags>();
  // npm starts commands in the project; a relative path means the folder where the user is.
  const here = process.env.INIT_CWD ?? process.cwd();
  const into = path.resolve(here, flags.into);
  if (source === undefined) {
    const survey = await surveyData(into);
    console.log(flags.json ? JSON.stringify(survey, null, 2) : describeSurvey(into, survey));
    return;
  }
  const progress = createStepProgress({ unpack: 'Unpacking', verify: 'Verifying' });
  try {
    const absolute = /^https?:/i.test(source) ? source : path.resolve(here, source);
    const result = await importData(absolute, { into, replace: flags.replace, onProgress: progress.update });
    progress.stop();
    console.log(flags.json ? JSON.stringify(result, null, 2) : describeResult(result));
  } finally {
    progress.stop();
  }
}

function describeCounts(counts: Readonly<Record<string, number>>): string {
  return 'captchas' in counts
    ? `${counts.captchas} CAPTCHAs`
    : `${counts.train} + ${counts.test} pictures of EMNIST`;
}

function describeResult({ status, counts, folder, previous, notes }: ImportResult): string {
  const what = describeCounts(counts);
  const first =
    status === 'identical'
      ? `The same ${what} are in ${folder} already; nothing was changed.`
      : `Imported ${what} into ${folder}.`;
  const kept = previous === null ? [] : [`What was there before is now ${previous}.`];
  return [first, ...kept, ...notes].join('\n');
}

function describeSurvey(into: string, { captchas, emnist, generated }: DataSurvey): string {
  const row = (name: string, { counts, fault }: SurveyedData, absent: string): string =>
    `  ${name.padEnd(18)}${counts ? describeCounts(counts) : (fault ?? absent)}`;
  const named = process.env.CAPTCHA_DATA?.trim();
  const used = named
    ? `${named} (CAPTCHA_DATA)`
    : captchas.counts || captchas.fault
      ? captchas.folder
      : `${generated.folder}, drawn when first needed`;
  return [
    `Data in ${into}`,
    row('real CAPTCHAs', captchas, 'none: npm run data -- archive.zip imports them'),
    row('EMNIST', emnist, 'none: npm run data -- gzip.zip imports it'),
    row('generated', generated, 'none yet'),
    `Notebooks read ${used}.`,
    'Where to get data: npm run data -- --help',
  ].join('\n');
}

void runCommand(main);
