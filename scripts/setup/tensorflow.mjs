import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openCacheFolder } from './cacheFolder.mjs';
import { compileBinding, findCompiler } from './compileBinding.mjs';
import { SetupError } from './setupError.mjs';
import { filesAreWhole, readStamp, writeStamp } from './stamp.mjs';
import { bindingName, linkLibraries, listFiles, placeFile, readEntry } from './tensorflowCache.mjs';
import { OWN_SOURCE, answers, installOwn, keepOwn, ownLibraryAddress } from './tensorflowOwn.mjs';
import { WHEEL, fetchWheel } from './tensorflowWheel.mjs';
import { verifyTensorFlow } from './verifyTensorFlow.mjs';

const SYSTEM = `${process.platform}-${process.arch}`;
const WHEEL_FITS = SYSTEM === 'linux-x64';

/** Step: TensorFlow's native library where tfjs-node finds it. In order: what is there already and works; on Linux x64 the library inside
 *  PyPI's wheel, from the cache or fetched, which is three years newer than tfjs-node's own and the one that was measured; and
 *  tfjs-node's own download, where there is no wheel or it cannot be had. */
export const tensorflowStep = {
  name: 'tensorflow',
  title: 'TensorFlow library',
  undoneBy: ['packages'],

  room({ paths, env, make }) {
    const cache = openCacheFolder({ root: paths.root, env, make });
    return cachedEntry(placesIn(cache)) ? [] : [{ folder: cache, bytes: 0.9e9 }];
  },

  missing({ paths }) {
    const stamp = readStamp(paths.tfjsStamp);
    if (stamp?.system !== SYSTEM) return 'none is in place';
    return filesAreWhole(paths.tfjs, stamp.files) ? undefined : 'a file of it is gone';
  },

  async run(context) {
    const { paths, env, ready } = context;
    if (existsSync(paths.tfjsBinding)) {
      await ready('packages');
      if (this.missing(context) === undefined) return 'still in place';
      if (!(await verifyTensorFlow(paths, { env })).problem) return finish(paths, 'what was in place');
    }
    const places = placesIn(openCacheFolder({ root: paths.root, env }));
    if (!WHEEL_FITS) return (await fromCache(context, places.own, places)) ?? fetchOwn(context, places);
    const cached = await fromCache(context, places.wheel, places);
    if (cached !== undefined) return cached;
    try {
      return await fetchFromWheel(context, places);
    } catch (error) {
      if (context.abort.aborted || !(error instanceof SetupError)) throw error;
      return insteadOfWheel(context, places, error);
    }
  },
};

/** What `finish` gives for an entry of the cache that loads; undefined where there is none. */
async function fromCache(context, folder, places) {
  const cached = readEntry(folder);
  if (!cached) return undefined;
  const problem = await use(context, cached, places);
  if (!problem) return finish(context.paths, cached.source, ', from the cache');
  // What does not load must not be found again.
  rmSync(cached.folder, { recursive: true, force: true });
  return undefined;
}

/** tfjs-node's own library where the wheel cannot be had. Throws why the wheel could not when this cannot either. */
async function insteadOfWheel(context, places, error) {
  const { env, reporter } = context;
  const address = ownLibraryAddress({ env });
  if (!readEntry(places.own) && !(address && (await answers(address)))) throw error;
  reporter.note(
    `  -- PyPI's wheel cannot be had (${error.message}) tfjs-node's own library, older and slower, takes its place`,
  );
  try {
    return (await fromCache(context, places.own, places)) ?? (await fetchOwn(context, places));
  } catch (second) {
    throw new SetupError(`${error.message} ${second.message}`, { cause: error });
  }
}

function placesIn(cache) {
  const shelf = path.join(cache, 'tensorflow');
  const wheel = path.join(shelf, `${WHEEL.name}-${WHEEL.version}-${SYSTEM}`);
  return { cache, shelf, wheel, own: path.join(shelf, `tfjs-node-own-${SYSTEM}`) };
}

function cachedEntry({ own, wheel }) {
  return readEntry(WHEEL_FITS ? wheel : own);
}

/** Lets tfjs-node fetch its own library. Resolves with what `finish` gives. */
async function fetchOwn(context, { cache, own }) {
  const { paths, env, ready } = context;
  const address = ownLibraryAddress({ env });
  let problem = `there is none for ${SYSTEM}`;
  if (address) {
    await ready('packages');
    const check = async () => (await verifyTensorFlow(paths, { env })).problem;
    problem = await installOwn({ ...context, check });
  }
  if (problem === undefined) {
    try {
      if (process.platform !== 'win32') keepOwn({ paths, cache, folder: own });
    } catch {
      // A cache that is full is no reason to refuse what works.
    }
    return finish(paths, OWN_SOURCE);
  }
  throw new SetupError(
    `TensorFlow's library for ${SYSTEM} could not be downloaded by tfjs-node (${problem}); check the network or set ` +
      'TFJS_NODE_CDN_STORAGE to a mirror, or use Linux x64 (WSL, Docker), where PyPI has it too.',
  );
}

async function fetchFromWheel(context, places) {
  const { paths, env, ready } = context;
  requireGlibc();
  // Better said now than after the download.
  findCompiler(env);
  await ready('venv');
  await fetchWheel({ ...context, cache: places.cache, folder: places.wheel });
  const entry = readEntry(places.wheel);
  if (!entry)
    throw new SetupError(`what was unpacked into ${places.wheel} is not whole; run the same command again.`);
  const problem = await use(context, entry, places);
  if (problem) throw new SetupError(`TensorFlow's library does not load: ${problem}.`);
  return finish(paths, entry.source);
}

/** Puts an entry of the cache in place. Resolves with undefined, or with why it does not load. */
async function use(context, entry, { shelf }) {
  const { paths, env, ready, task } = context;
  await ready('packages');
  linkLibraries(entry, paths);
  const own = path.join(entry.folder, 'tfjs_binding.node');
  const binding = existsSync(own) ? own : path.join(shelf, bindingName(paths, entry.source));
  let fresh = existsSync(own);
  for (;;) {
    if (!existsSync(binding)) {
      task.update('compiling the binding');
      await compileBinding({ ...context, entry, file: binding });
      fresh = true;
    }
    placeFile(binding, paths.tfjsBinding);
    task.update('trying it');
    const { problem, hopeless } = await verifyTensorFlow(paths, { env });
    if (hopeless) throw new SetupError(`TensorFlow's library does not load: ${problem}.`);
    if (!problem || fresh) return problem;
    // Built on another machine that shares this home, perhaps.
    rmSync(binding, { force: true });
  }
}

function finish(paths, source, how = '') {
  const places = [path.dirname(paths.tfjsLibraries), path.dirname(paths.tfjsBinding)];
  const files = places.flatMap((place) =>
    Object.entries(listFiles(place)).map(([name, size]) => [
      path.relative(paths.tfjs, path.join(place, name)),
      size,
    ]),
  );
  writeStamp(paths.tfjsStamp, { system: SYSTEM, source, files: Object.fromEntries(files) });
  return source + how;
}

function requireGlibc() {
  if (process.report.getReport().header.glibcVersionRuntime) return;
  throw new SetupError(
    'this system uses musl (Alpine), and TensorFlow is built for glibc only; use a Debian, Ubuntu or Fedora image.',
  );
}
