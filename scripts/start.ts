import { existsSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { PROFILES, openDataset, profileFromEnvironment } from 'captcha-lab/experiments';
import { quantity } from 'captcha-lab/metrics';
import { runCommand } from './command';
import { jupyterEnvironment, jupyterPython } from './jupyter';
import { chooseNotebooks, listNotebooks } from './notebook/listNotebooks';
import { publishRun } from './notebook/publishRun';
import { whyNotReplaceable } from './notebook/replaceOutput';
import { createRunProgress } from './notebook/runProgress';
import { stopOnSignals } from './notebook/stopOnSignals';
import { runNotebooks } from './notebook/walkthrough';

const ROOT = path.dirname(__dirname);
const NOTEBOOKS = path.join(ROOT, 'notebooks');
const OUT = path.join(ROOT, 'out');
const WORK = path.join(ROOT, '.cache', 'work');

const HELP = `
The notebooks run in a real Jupyter with the tslab kernel. They are only read; what comes out goes to out/:
  index.html         titles, questions, our numbers beside the report's
  NN-….html          one page a notebook, with interactive figures; works from disk
  figures/           every figure as json, svg and png
  images/            every other picture, and a small one of each notebook
  notebooks/         the notebooks with outputs, figures as still images
  results.json       all of it as data
out/ is replaced as a whole when the run has ended. Files of your own in it are kept.

Examples:
  npm start
  npm start -- --only 1,3
  npm start -- --profile study
  npm start -- --data ~/Downloads/captchas
  CAPTCHA_DATA=../captchas npm start

Exit code: 0 when every cell ran, 1 when one failed (it is named, and what ran is kept), 130 after Ctrl-C.`;

interface Flags {
  readonly only?: string;
  readonly profile?: string;
  readonly data?: string;
  readonly json?: boolean;
  readonly jobs?: number;
}

/** The environment of the run: flags win over variables, and relative paths start where the user called from. */
function environmentOf(flags: Flags): NodeJS.ProcessEnv {
  const env = { ...process.env };
  if (flags.profile !== undefined) env.CAPTCHA_PROFILE = flags.profile;
  const named = (flags.data ?? env.CAPTCHA_DATA)?.trim();
  if (!named) {
    delete env.CAPTCHA_DATA;
    return env;
  }
  // npm starts commands in the project.
  const folder = path.resolve(process.env.INIT_CWD ?? process.cwd(), named);
  if (!existsSync(folder)) {
    const origin = flags.data === undefined ? 'CAPTCHA_DATA' : '--data';
    throw new Error(`${origin}: there is no folder ${folder}; name the folder that holds the pictures.`);
  }
  return { ...env, CAPTCHA_DATA: folder };
}

/** A notebook that trains holds up to a gigabyte and keeps the cores busy for only a part of its time. */
function jobsHere(): number {
  return availableParallelism() >= 2 && totalmem() >= 6e9 ? 2 : 1;
}

function parseJobs(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 to 99.');
  return Number(value);
}

async function main(): Promise<void> {
  const program = new Command('npm start --')
    .description('Runs the notebooks in order and writes them with their figures into out/.')
    .option('--only <NUMBERS>', 'run only these notebooks: 1,3 or 2-4')
    .option('--profile <NAME>', `how much to train: ${Object.keys(PROFILES).join(', ')} (or CAPTCHA_PROFILE)`)
    .option('--data <FOLDER>', 'folder of CAPTCHAs to use (or CAPTCHA_DATA)')
    .option(
      '--jobs <N>',
      'notebooks at a time (default: 2 with two cores and 6 GB of memory, else 1)',
      parseJobs,
    )
    .option('--json', 'print out/results.json at the end; all other lines go to stderr')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', HELP)
    .parse();
  const flags = program.opts<Flags>();
  const stream = flags.json ? process.stderr : process.stdout;
  const say = (text: string): void => void stream.write(`${text}\n`);

  const env = environmentOf(flags);
  const profile = profileFromEnvironment(env);
  const problem = await whyNotReplaceable(OUT);
  if (problem !== undefined) throw new Error(problem);
  const all = await listNotebooks(NOTEBOOKS);
  const notebooks = chooseNotebooks(all, flags.only);
  const python = jupyterPython(ROOT);
  if (!existsSync(python)) throw new Error('Jupyter is not installed; run `npm run setup`.');

  const stop = stopOnSignals(say);
  const data = await openDataset({ environment: env, from: ROOT });
  const described = { kind: data.kind, name: data.name, count: data.captchas.length };
  say(
    `profile ${profile.name} (${profile.duration}), ${described.name}, ${quantity(described.count, 'CAPTCHA')}`,
  );
  const progress = createRunProgress(stream);
  const runs = await runNotebooks({
    folder: NOTEBOOKS,
    notebooks,
    python,
    env: jupyterEnvironment(ROOT, env),
    work: WORK,
    signal: stop.signal,
    jobs: flags.jobs ?? jobsHere(),
    onStart: progress.start,
    onCell: progress.cell,
    onEnd: progress.end,
  }).finally(progress.stop);
  if (stop.signal.aborted) {
    say('stopped; out/ is as it was before.');
    process.exitCode = 130;
    return;
  }

  const skipped = all.filter(({ file }) => !notebooks.some((one) => one.file === file));
  const summary = await publishRun(runs, {
    skipped: skipped.map(({ file }) => path.join(NOTEBOOKS, file)),
    out: OUT,
    cache: path.join(ROOT, '.cache'),
    work: WORK,
    folder: NOTEBOOKS,
    python,
    profile: profile.name,
    data: described,
  });
  say(summary.text);
  if (flags.json) console.log(JSON.stringify(summary.results, null, 2));
  const failed = runs.find(({ state }) => state === 'failed');
  if (!failed) return;
  const later = runs.filter(({ state }) => state === 'not run').map(({ file }) => file);
  const left = later.length === 0 ? '' : `\nnot run: ${later.join(', ')}`;
  throw new Error(`notebooks/${failed.failure ?? failed.file}${left}`);
}

void runCommand(main);
