import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { toolFailure } from './toolFailure.mjs';

/** The library's source files, relative to `folder` (lib), sorted. */
export function sourcesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/^(dist|node_modules)[\\/]/.test(name))
    .sort();
}

/** A hash of all that decides what the compiler writes: sources, its settings, its version. */
export function libraryFingerprint(paths) {
  const hash = createHash('sha256');
  const settings = [path.join(paths.root, 'tsconfig.json'), path.join(paths.library, 'tsconfig.json')];
  const versions = ['typescript', 'plotly.js-dist'].map((name) =>
    path.join(paths.modules, name, 'package.json'),
  );
  const sources = sourcesOf(paths.library).map((name) => path.join(paths.library, name));
  for (const file of [...settings, ...versions, ...sources]) {
    hash.update(`${path.relative(paths.root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Step: lib compiled to lib/dist. */
export const libraryStep = {
  name: 'library',
  title: 'library',
  after: ['packages'],
  room: () => [],

  missing({ paths }) {
    if (!existsSync(paths.compiler)) return 'no compiler yet';
    if (readStamp(paths.libraryStamp)?.fingerprint !== libraryFingerprint(paths))
      return 'a source has changed';
    return unbuilt(paths)[0];
  },

  async run({ paths, env, abort, log }) {
    const fingerprint = libraryFingerprint(paths);
    // The compiler's memory of what it wrote is to be trusted only if the last build ended.
    if (!readStamp(paths.libraryStamp) || unbuilt(paths, readStamp(paths.libraryStamp).sources).length > 0) {
      rmSync(paths.dist, { recursive: true, force: true });
    }
    rmSync(paths.libraryStamp, { force: true });
    const args = [paths.compiler, '-p', path.join(paths.library, 'tsconfig.json')];
    const built = await runProcess(process.execPath, args, { cwd: paths.root, env, abort, log });
    if (built.code !== 0) {
      const errors = built.output.match(/^.*error TS.*$/gm) ?? [built.output.trim().slice(-300)];
      const more = errors.length > 1 ? ` (and ${errors.length - 1} more: \`npm test\` lists them)` : '';
      throw new SetupError(
        `the library does not compile: ${errors[0]}${more}; mend it and run the same command again.`,
      );
    }
    await minifyPlotly({ paths });
    const sources = sourcesOf(paths.library);
    writeStamp(paths.libraryStamp, { fingerprint, sources });
    return `${sources.length} files`;
  },
};

// plotly.js goes into every notebook that draws; minified it is less than half as long.
async function minifyPlotly({ paths }) {
  const assets = path.join(paths.dist, 'assets');
  const part = path.join(assets, `plotly.${process.pid}.part`);
  mkdirSync(assets, { recursive: true });
  try {
    const { build } = createRequire(path.join(paths.root, 'package.json'))('esbuild');
    // By its name alone: in a whole path esbuild would take a * of some folder for a pattern.
    const absWorkingDir = path.join(paths.modules, 'plotly.js-dist');
    await build({
      absWorkingDir,
      entryPoints: ['./plotly.js'],
      minify: true,
      outfile: part,
      logLevel: 'silent',
    });
    renameSync(part, path.join(assets, 'plotly.min.js'));
  } catch (error) {
    rmSync(part, { force: true });
    throw toolFailure('plotly.js could not be minified', { output: error.message });
  }
}

function unbuilt(paths, sources = sourcesOf(paths.library)) {
  return sources
    .filter((name) => !name.endsWith('.d.ts'))
    .map((name) => path.join(paths.dist, name.replace(/\.ts$/, '.js')))
    .concat(path.join(paths.dist, 'assets', 'plotly.min.js'))
    .filter((file) => !existsSync(file));
}
