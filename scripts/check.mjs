// The checks too heavy for `npm test`: they download authorities and other Nodes. `.ci/run` calls this.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.dirname(import.meta.dirname);
const HELP = `Usage: npm run check [-- words of check names]

Runs the checks that need downloads and minutes. Each says OK, FAIL, or SKIPPED with its reason.

  opencv   image operations and augmentation on random pictures, and the crops of the real CAPTCHAs where
           CAPTCHA_DATA or data/captchas in CAPTCHA_SHARED (../shared by default) has them, against OpenCV
  runs     experiments that are killed, shared between processes, exported and logged, on a small generated set
  notebooks  notebooks with faults of five kinds, and one that is interrupted, in a real Jupyter
  cluster  the job array on a SLURM of its own on this host, skipped where SLURM is not installed, and the
           manifests for Kubernetes against its schemas
  strength npm run strength on a small set: killed, gone on with, its page, its reader
  lab      figures in a real JupyterLab: run all; reload; clear outputs and run one cell; restart and run one cell;
           \`npm run lab\` leaves notebooks that are only opened as they were, opens an address, asks nothing about news
  page     every page of the site opened in a browser and held to the rules; 100 CAPTCHAs drawn and read by
           out/try.html, 100 cleaned by out/clean.html and 100 characters looked into by out/network.html, and all by the
           library in Node: the same pictures, texts, confidences and maps
  hardship read, preprocess, data, experiments and export with stdout or stdin closed, on a full disk, with small files only,
           read-only midway, with the clock set back, two at once, and killed at ten moments each
  exercises  every solution, stub and wrong answer of the exercises, their types as the kernel sees them, and two
           notebooks of them in Jupyter
  nodes    npm test in fresh clones under Node 24 and 26

npm run check-setup is apart: it breaks set-ups from bare clones, which takes half an hour.`;

const clusterCheck = (name) => `test/cluster/${name}.check.ts`;

/** The name and the command of each check; `only` limits it to one kind of machine. */
const CHECKS = [
  {
    name: 'opencv',
    args: ['--import', 'tsx', 'scripts/check-opencv.ts', '--seeds', '1', '--cases', '300'],
  },
  {
    name: 'runs',
    args: ['--import', 'tsx', '--test', '--test-reporter=spec', 'test/scripts/experimentRuns.check.ts'],
  },
  {
    name: 'notebooks',
    args: ['--import', 'tsx', '--test', '--test-reporter=spec', 'test/notebooks/faultyNotebook.check.ts'],
  },
  {
    name: 'cluster',
    args: [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      ...['slurm', 'kubernetesSchema'].map(clusterCheck),
    ],
  },
  {
    name: 'strength',
    args: ['--import', 'tsx', '--test', '--test-reporter=spec', 'test/scripts/strength.check.ts'],
  },
  {
    name: 'lab',
    args: [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      'test/notebook/figuresInLab.check.ts',
      'test/lab/lab.check.ts',
    ],
  },
  {
    name: 'page',
    args: [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      'test/site/tryPage.check.ts',
      'test/site/cleanPage.test.ts',
      'test/site/networkPage.test.ts',
      'test/site/site.test.ts',
    ],
    env: { CAPTCHA_CHECK_PAGES: 'all' },
  },
  {
    name: 'hardship',
    args: ['--import', 'tsx', 'scripts/check/hardship.ts'],
  },
  {
    name: 'exercises',
    args: [
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      ...['masters.test', 'wrongAnswers.test', 'notebooks.check'].map((name) => `test/exercises/${name}.ts`),
    ],
    env: { CAPTCHA_CHECK_EXERCISES: 'all' },
  },
  {
    name: 'nodes',
    args: ['scripts/check-nodes.mjs', '24', '26'],
    skip: () =>
      process.platform === 'linux' && process.arch === 'x64'
        ? undefined
        : 'npm carries other Nodes for Linux x64 only',
  },
];

function main() {
  const words = process.argv.slice(2);
  if (words.includes('--help') || words.includes('-h')) {
    console.log(HELP);
    return;
  }
  const unknown = words.find((word) => !CHECKS.some(({ name }) => name === word));
  if (unknown !== undefined) {
    console.error(`error: there is no check "${unknown}".\n\n${HELP}`);
    process.exitCode = 1;
    return;
  }
  const results = CHECKS.filter(({ name }) => words.length === 0 || words.includes(name)).map(runCheck);
  console.log(results.join('\n'));
  if (results.some((result) => result.startsWith('FAIL'))) process.exitCode = 1;
}

function runCheck({ name, args, skip, env }) {
  const reason = skip?.();
  if (reason !== undefined) return `SKIPPED ${name}: ${reason}`;
  console.log(`--- ${name}`);
  const begun = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return `${status === 0 ? 'OK  ' : 'FAIL'} ${name} (${Math.round((performance.now() - begun) / 1000)} s)`;
}

main();
