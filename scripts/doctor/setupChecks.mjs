import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { bytesUnder } from '../setup/bytesUnder.mjs';
import { cacheFolderName, openCacheFolder, whyNotWritable } from '../setup/cacheFolder.mjs';
import { freeSpace, requireSpace } from '../setup/diskSpace.mjs';
import { figuresStep } from '../setup/figures.mjs';
import { jupyterStep } from '../setup/jupyter.mjs';
import { kernelStep } from '../setup/kernel.mjs';
import { libraryStep, sourcesOf } from '../setup/library.mjs';
import { packagesStep, wantedPackages } from '../setup/packages.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { STEPS } from '../setup/setUp.mjs';
import { whyNoVenvAt } from '../setup/projectPath.mjs';
import { fileSize, readStamp } from '../setup/stamp.mjs';
import { tensorflowStep } from '../setup/tensorflow.mjs';
import { venvStep } from '../setup/venv.mjs';
import { verifyTensorFlow } from '../setup/verifyTensorFlow.mjs';

const SETUP = 'run `npm run setup` (every command does it too)';

const number = (count, unit) => `${count} ${unit}${count === 1 ? '' : 's'}`;

const gigabytes = (bytes) => (bytes === undefined ? 'unknown' : `${(bytes / 1e9).toFixed(1)} GB`);

/** The part of set-up that `step` does: FAIL while it is missing, else what `describe` says of it. */
function stepCheck(name, step, describe) {
  return {
    name,
    async run(context) {
      const missing = step.missing(context);
      if (missing !== undefined) return { state: 'fail', detail: missing, remedy: SETUP };
      return { state: 'ok', detail: await describe(context) };
    },
  };
}

export const setupChecks = [
  {
    name: 'Project folder',
    run({ paths }) {
      const problem = whyNotWritable(path.join(paths.root, '.cache', 'setup'), { make: false });
      const unfit = whyNoVenvAt(paths.root);
      if (unfit) return { state: 'fail', detail: unfit };
      if (problem === undefined) return { state: 'ok', detail: paths.root };
      const remedy = 'copy or clone it to a place of yours and run the commands there';
      return { state: 'fail', detail: `${paths.root} cannot be written (${problem})`, remedy };
    },
  },
  {
    name: 'Cache',
    run({ paths, env }) {
      const cache = openCacheFolder({ root: paths.root, env, make: false });
      return { state: 'ok', detail: `${cache} (${gigabytes(bytesUnder(cache))}; safe to delete)` };
    },
  },
  {
    name: 'Disk',
    run({ paths, env }) {
      const missing = STEPS.filter((step) => step.missing({ paths, env }) !== undefined);
      requireSpace(missing.flatMap((step) => step.room({ paths, env, make: false })));
      const cache = gigabytes(freeSpace(cacheFolderName(env) ?? paths.root));
      return {
        state: 'ok',
        detail: `${gigabytes(freeSpace(paths.root))} free here, ${cache} free at the cache`,
      };
    },
  },
  stepCheck('npm packages', packagesStep, ({ paths }) => {
    const count = Object.keys(wantedPackages(paths.root).packages).filter((name) =>
      name.includes('node_modules/'),
    );
    return `${count.length} as in package-lock.json`;
  }),
  stepCheck('.venv', venvStep, ({ paths }) => `Python ${readStamp(paths.venvStamp).version}`),
  stepCheck('JupyterLab', jupyterStep, async ({ paths, env }) => {
    const code =
      'import jupyterlab as a, nbconvert as b, nbclient as c; print(a.__version__, b.__version__, c.__version__)';
    const { code: status, output } = await runProcess(paths.python, ['-I', '-c', code], { env });
    if (status !== 0) throw new Error(`JupyterLab does not load; delete .venv and ${SETUP}`);
    const [, lab, convert, client] = /^(\d\S+) (\S+) (\S+)$/m.exec(output) ?? [];
    return `${lab}, nbconvert ${convert}, nbclient ${client}`;
  }),
  stepCheck('tslab kernel', kernelStep, ({ paths }) => {
    const { version } = JSON.parse(readFileSync(path.join(paths.modules, 'tslab', 'package.json'), 'utf8'));
    return `tslab ${version} on Node ${process.version}, in .venv only`;
  }),
  stepCheck('TensorFlow', tensorflowStep, async ({ paths, env }) => {
    const { version, problem } = await verifyTensorFlow(paths, { env });
    if (problem) throw new Error(`it does not load: ${problem}; delete node_modules and ${SETUP}`);
    return `${version}, loads and multiplies; from ${readStamp(paths.tfjsStamp).source}`;
  }),
  stepCheck(
    'Library',
    libraryStep,
    ({ paths }) => `${sourcesOf(paths.library).length} files compiled to lib/dist`,
  ),
  stepCheck(
    'Figures',
    figuresStep,
    ({ paths }) => `in JupyterLab: plotly.js, ${(fileSize(paths.servedPlotly) / 1e6).toFixed(1)} MB`,
  ),
];

/** The data the notebooks would take: none has to be there, since the generated set draws itself. */
export const dataChecks = [
  {
    name: 'CAPTCHAs',
    run({ paths, env }) {
      const named = env.CAPTCHA_DATA?.trim();
      const folder = named ? path.resolve(paths.root, named) : path.join(paths.root, 'data', 'captchas');
      const count = pictures(folder);
      if (count > 0) return { state: 'ok', detail: `${number(count, 'picture')} in ${folder}` };
      if (named) {
        const remedy = 'name a folder of CAPTCHAs in CAPTCHA_DATA, or unset it';
        return { state: 'fail', detail: `CAPTCHA_DATA names ${folder}, which holds no pictures`, remedy };
      }
      return {
        state: 'note',
        detail: 'real ones absent, generated ones serve; `npm run data -- PATH` imports them',
      };
    },
  },
  {
    name: 'Generated set',
    run({ paths }) {
      const count = pictures(path.join(paths.root, 'data', 'generated'));
      return count > 0
        ? { state: 'ok', detail: `${number(count, 'picture')} in data/generated` }
        : { state: 'note', detail: 'not drawn yet; drawn on first use' };
    },
  },
  {
    name: 'EMNIST',
    run({ paths }) {
      const count = names(path.join(paths.root, 'data', 'emnist')).filter((name) =>
        name.includes('ubyte'),
      ).length;
      return count > 0
        ? { state: 'ok', detail: `${number(count, 'file')} in data/emnist` }
        : { state: 'note', detail: 'absent; `npm run data -- gzip.zip` imports it' };
    },
  },
];

function names(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map(String);
  } catch {
    return [];
  }
}

function pictures(folder) {
  return names(folder).filter((name) => /\.(png|jpe?g|jfif|webp|gif|bmp)$/i.test(name)).length;
}
