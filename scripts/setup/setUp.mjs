import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { requireSpace } from './diskSpace.mjs';
import { figuresStep } from './figures.mjs';
import { jupyterStep } from './jupyter.mjs';
import { kernelStep } from './kernel.mjs';
import { libraryStep } from './library.mjs';
import { takeLock } from './lock.mjs';
import { makeFolder } from './makeFolder.mjs';
import { packagesStep } from './packages.mjs';
import { pathsOf } from './paths.mjs';
import { whyNoVenvAt } from './projectPath.mjs';
import { createReporter } from './reporter.mjs';
import { SetupError } from './setupError.mjs';
import { tensorflowStep } from './tensorflow.mjs';
import { toolFailure } from './toolFailure.mjs';
import { venvStep } from './venv.mjs';

/** All steps, each after those it needs. A step has missing(): undefined, or why it must run; run(): does it, checks
 *  it and writes its stamp last; room(): the disk it fills. */
export const STEPS = [
  packagesStep,
  venvStep,
  jupyterStep,
  kernelStep,
  tensorflowStep,
  libraryStep,
  figuresStep,
];

const ALL = STEPS.map((step) => step.name);

/** The steps a command needs. `npm test` builds the library itself, to go on when it does not compile. */
export const NEEDS = {
  start: ALL,
  lab: ALL,
  setup: ALL,
  test: ALL.filter((name) => name !== 'library' && name !== 'figures'),
  types: ['packages'],
  lint: ['packages'],
  format: ['packages'],
  data: ['packages'],
  preprocess: ['packages'],
  read: ['packages', 'tensorflow'],
  strength: ['packages', 'tensorflow'],
  generate: ['packages'],
  site: ['packages', 'venv', 'jupyter', 'library'],
  slides: ['packages', 'venv', 'jupyter', 'library'],
  export: ['packages'],
  experiments: ['packages', 'tensorflow'],
  models: ['packages', 'tensorflow'],
  readers: ['packages', 'tensorflow'],
  bench: ['packages', 'tensorflow', 'library'],
  notebooks: ['packages'],
  exercises: ['packages', 'tensorflow'],
  check: ['packages'],
  mutate: ['packages', 'tensorflow'],
};

/** Does what is missing among the steps `names` in the clone `root`; resolves with the names of the steps done.
 *  Steps that do not need each other run side by side. Throws SetupError: one sentence with the remedy. What was
 *  finished stays, what was not is done again by the next call. Two calls in one clone wait for each other. */
export async function setUp({
  root,
  env = process.env,
  names = ALL,
  steps = STEPS,
  reporter = createReporter(),
}) {
  const paths = pathsOf(realpathSync(root));
  const wanted = steps.filter((step) => names.includes(step.name));
  const first = missingSteps(wanted, { paths, env });
  if (first.length === 0) return [];
  const unfit = first.some(({ name }) => name === 'venv') ? whyNoVenvAt(paths.root) : undefined;
  if (unfit) throw new SetupError(unfit);
  requireWritable(paths);
  const release = await takeLock(path.join(paths.state, 'lock'), {
    onWait: (pid) =>
      reporter.note(`Another set-up of this folder is running (process ${pid}); waiting for it.`),
  });
  try {
    const missing = missingSteps(wanted, { paths, env });
    requireSpace(missing.flatMap((step) => step.room({ paths, env })));
    await runSteps(missing, { paths, env, reporter });
    return missing.map((step) => step.name);
  } finally {
    reporter.close();
    release();
  }
}

// What a missing step will undo is missing too: a new npm install drops the TensorFlow library inside it.
function missingSteps(steps, context) {
  const missing = [];
  for (const step of steps) {
    const undone = missing.some(({ name }) => step.undoneBy?.includes(name));
    if (undone || why(step, context) !== undefined) missing.push(step);
  }
  return missing;
}

function why(step, context) {
  try {
    return step.missing(context);
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new SetupError(
        `${error.path} is missing from this clone; restore it with \`git checkout -- .\` and try again.`,
      );
    }
    throw error;
  }
}

async function runSteps(steps, { paths, env, reporter }) {
  const failure = new AbortController();
  const done = new Map();
  const ready = async (name) => {
    await done.get(name);
  };
  const runOne = async (step) => {
    for (const name of step.after ?? []) await ready(name);
    failure.signal.throwIfAborted();
    // Steps that were only feared undone may have come through, as .venv does when it is mended after a move.
    if (step.undoneBy?.every((name) => step.after?.includes(name)) && why(step, { paths, env }) === undefined)
      return;
    const task = reporter.start(step.title);
    const log = path.join(paths.state, `${step.name}.log`);
    rmSync(log, { force: true });
    try {
      task.done(await step.run({ paths, env, abort: failure.signal, log, task, reporter, ready }));
    } catch (error) {
      task.fail();
      // The first failure is the one to tell: it stops the other steps, which then fail as well.
      if (!failure.signal.aborted) failure.abort(describe(error, step, log));
      throw error;
    }
  };
  for (const step of steps) {
    const promise = runOne(step);
    // Awaited below; a step that fails early must not end the process before that.
    promise.catch(() => undefined);
    done.set(step.name, promise);
  }
  await Promise.allSettled(done.values());
  failure.signal.throwIfAborted();
}

function describe(error, step, log) {
  if (error instanceof SetupError) return error;
  return toolFailure(step.title, { output: `${error.code ?? ''} ${error.message}` }, log);
}

function requireWritable({ root, state }) {
  try {
    makeFolder(state);
    const probe = path.join(state, `probe.${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
  } catch (error) {
    if (error.code === 'ENOSPC')
      throw new SetupError('the disk is full; free some space and run the same command again.');
    throw new SetupError(
      `this folder, ${root}, cannot be written (${error.code}); copy or clone it to a place of yours and run the command there.`,
    );
  }
}
