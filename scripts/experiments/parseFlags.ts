import { Command, InvalidArgumentError, Option } from 'commander';
import {
  precisionFromEnvironment,
  PROFILES,
  profileFromEnvironment,
  type ProfileName,
} from 'captcha-lab/experiments';
import { PRECISION_CHOICES, type PrecisionChoice } from 'captcha-lab/kernels';
import { STALE_AFTER } from './runOne';

/** What was asked for on the command line. */
export interface Flags {
  readonly names: readonly string[];
  readonly profile: ProfileName;
  readonly seeds: readonly number[];
  readonly epochs?: number;
  readonly precision: PrecisionChoice;
  readonly results: string;
  readonly data?: string;
  readonly emnist?: string;
  readonly task?: { readonly index: number; readonly count: number };
  readonly tensorboard?: string;
  readonly export?: string;
  readonly staleAfter: number;
  readonly compare: boolean;
  readonly plan: boolean;
  readonly json: boolean;
  /** Folder from which relative paths count: npm starts commands in the project, not where the user is. */
  readonly here: string;
}

const MAX_SEEDS = 1000;

const HELP = `
NAMES are experiments of the report, audits, or the groups all (the nine) and audit. Without any the command lists them.

Each run leaves two files in the results folder: NAME-PROFILE-seedN.json, the result, and .safetensors, where it goes on
from. Stop it as you like, even by force: the same command goes on with the epoch it was in, and skips what is done. Several
processes may share the folder; each takes runs that no other has.

Examples:
  npm run experiments
  npm run experiments -- sgd adam
  npm run experiments -- all --profile study --data ~/captchas --seeds 3
  npm run experiments -- all --seeds 3 --plan
  npm run experiments -- all --seeds 3 --task 0/8        # the first of eight machines, one folder
  npm run experiments -- --export results-as-csv
  npm run experiments -- --results data/results --compare`;

/** Reads the command line; prints help, or an error that names the option, and ends the process. */
export function parseFlags(argv: readonly string[]): Flags {
  const command = new Command('npm run experiments --')
    .description("Runs the report's experiments and keeps their results.")
    .argument('[names...]', 'what to run')
    .addOption(
      new Option('--profile <name>', 'sizes and epochs')
        .choices(Object.keys(PROFILES))
        .default(profileFromEnvironment().name, 'CAPTCHA_PROFILE, else quick'),
    )
    .option('--seeds <n>', 'run seeds 1 to n; or a list such as 4,5', parseSeeds, [1])
    .option(
      '--epochs <n>',
      "stop after so many of the profile's epochs; the run can go on later",
      parseEpochs,
    )
    .addOption(
      new Option('--precision <name>', 'what convolutions and products are done in')
        .choices(PRECISION_CHOICES)
        .default(precisionFromEnvironment(), 'CAPTCHA_PRECISION, else auto: bfloat16 where it is faster'),
    )
    .option('--data <dir>', 'the CAPTCHAs (default: CAPTCHA_DATA, data/captchas, else generated ones)')
    .option('--emnist <dir>', 'EMNIST (default: CAPTCHA_EMNIST, emnist beside the CAPTCHAs, data/emnist)')
    .option('--results <dir>', 'where results are kept', 'out/experiments')
    .option('--task <i/n>', 'run the share of task i of n, i from 0 to n - 1', parseTask)
    .option(
      '--stale-after <s>',
      "seconds of silence after which a process's claim on a run is taken over",
      parseStale,
      STALE_AFTER,
    )
    .option('--tensorboard <dir>', 'also write logs for TensorBoard')
    .option('--export <dir>', 'merge the results folder into runs.csv and epochs.csv there')
    .option(
      '--compare',
      "only show the results folder's figures beside the report's, a table for each kind of data",
      false,
    )
    .option('--plan', 'only show what would run; the folders named must be there', false)
    .option('--json', 'print results as JSON', false)
    .addHelpText('after', HELP)
    .parse([...argv]);
  return {
    ...command.opts<Omit<Flags, 'names' | 'here'>>(),
    names: command.args,
    here: process.env.INIT_CWD ?? process.cwd(),
  };
}

function parseSeeds(value: string): number[] {
  if (/^\d+$/.test(value)) {
    const count = Number(value);
    if (count < 1 || count > MAX_SEEDS) {
      throw new InvalidArgumentError(
        `It must be a number of seeds from 1 to ${MAX_SEEDS}, or a list such as 4,5.`,
      );
    }
    return Array.from({ length: count }, (_, index) => index + 1);
  }
  const seeds = value.split(',').map(Number);
  if (!/^\d+(,\d+)+$/.test(value) || !seeds.every(Number.isSafeInteger)) {
    throw new InvalidArgumentError('It must be a number of seeds, or whole numbers with commas such as 4,5.');
  }
  return [...new Set(seeds)];
}

function parseEpochs(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) {
    throw new InvalidArgumentError('It must be a whole number, 1 or more.');
  }
  return Number(value);
}

function parseStale(value: string): number {
  const seconds = Number(value);
  if (!/^\d+$/.test(value) || seconds < 2 || seconds > 3600) {
    throw new InvalidArgumentError('It must be a whole number of seconds from 2 to 3600.');
  }
  return seconds;
}

function parseTask(value: string): { index: number; count: number } {
  const parts = /^(\d+)\/(\d+)$/.exec(value);
  const index = Number(parts?.[1]);
  const count = Number(parts?.[2]);
  // NaN, when there was no match, is not below anything.
  if (!(index < count)) {
    throw new InvalidArgumentError('It must be I/N with I from 0 to N - 1, such as 0/8.');
  }
  return { index, count };
}
