import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { BenchRow } from './benchRow';

/** What `npm run bench` was asked for; files are absolute. */
export interface Flags {
  readonly only?: string[];
  readonly case?: string[];
  readonly repeats: number;
  readonly peers: boolean;
  readonly out?: string;
  readonly figure?: string;
  readonly table?: boolean;
}

/** Parses the arguments; prints help and ends where that is asked for. rows: those there are. */
export function parseFlags(argv: readonly string[], rows: readonly BenchRow[]): Flags {
  const several = rows.filter(({ cases }) => cases.length > 1);
  const flags = new Command('npm run bench --')
    .description(
      'Compares the kit with what one would otherwise use, in one run on this machine: contestants take turns, medians on the ' +
        'clock and in processor seconds. Leave the machine alone meanwhile.',
    )
    .option('--only <rows...>', `of ${rows.map(({ name }) => name).join(', ')}`)
    .option('--case <cases...>', 'of the rows, only these; see below')
    .option('--repeats <n>', 'rounds of each contestant', wholeNumber, 5)
    .option('--no-peers', 'measure the kit alone')
    .option(
      '--out <file>',
      'write every repetition there as JSON; with --only or --case what else it holds is kept',
    )
    .option('--figure <file>', 'draw the ratios into a .png or .svg')
    .option('--table', 'measure nothing: print the table of --out (data/results/bench.json by default)')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', `\nCases:\n${several.map(casesOf).join('\n')}\n\n${EXAMPLES}`)
    .parse(argv)
    .opts<Flags>();
  const here = process.env.INIT_CWD ?? process.cwd();
  const place = (file: string | undefined): string | undefined => file && path.resolve(here, file);
  return { ...flags, out: place(flags.out), figure: place(flags.figure) };
}

const EXAMPLES = `Examples:
  npm run bench -- --only preprocessing augmentation
  npm run bench -- --only training --case 1/4x32 1x10 --repeats 7
  npm run bench -- --out data/results/bench.json --figure data/results/bench.svg
  npm run bench -- --table

The CAPTCHAs are those of CAPTCHA_DATA, else data/captchas, else the generated ones. A peer that cannot be installed is skipped.
All rows together take about three quarters of an hour, a set-up from nothing and a walkthrough among them.`;

function casesOf({ name, cases }: BenchRow): string {
  return `  ${name}: ${cases.map((one) => one.name).join(', ')}`;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('it must be a whole number of at least 1.');
  return value;
}
