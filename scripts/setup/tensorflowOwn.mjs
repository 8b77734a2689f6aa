import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { bytesUnder } from './bytesUnder.mjs';
import { makeWorkFolder } from './cacheFolder.mjs';
import { explainFailure } from './explainFailure.mjs';
import { npmEnvironment } from './findNpm.mjs';
import { runProcess } from './runProcess.mjs';
import { listFiles, shelve } from './tensorflowCache.mjs';
import { writeStamp } from './stamp.mjs';

const ANSWER = 4000;
const STALL = 60_000;
const VERSION = '2.9.1';
/** What a stamp calls a library that came from there. */
export const OWN_SOURCE = `tfjs-node's own libtensorflow`;
const HOST = 'https://storage.googleapis.com/';

/** Address of the library that tfjs-node's own install script downloads; undefined where it has none. Read from the
 *  same variables as that script reads. */
export function ownLibraryAddress({ env, platform = process.platform, arch = process.arch }) {
  const setting = (name) => env[name] || env[`npm_config_${name}`];
  const host = setting('TFJS_NODE_CDN_STORAGE') || env.CDN_STORAGE || HOST;
  const base = setting('TFJS_NODE_BASE_URI') || `${host}tensorflow/libtensorflow/libtensorflow-`;
  const system = `${platform}-${arch}`;
  if (system === 'darwin-arm64') return `${host}tf-builds/libtensorflow_r2_7_darwin_arm64_cpu.tar.gz`;
  if (system === 'linux-arm64') return `${host}tf-builds/libtensorflow_r2_7_linux_arm64.tar.gz`;
  if (system === 'linux-x64') return `${base}cpu-linux-x86_64-${VERSION}.tar.gz`;
  if (system === 'darwin-x64') return `${base}cpu-darwin-x86_64-${VERSION}.tar.gz`;
  if (system === 'win32-x64') return `${base}cpu-windows-x86_64-${VERSION}.zip`;
  return undefined;
}

/** Whether the address answers within a few seconds, with the file. */
export async function answers(address, { timeout = ANSWER } = {}) {
  try {
    const response = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(timeout) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Runs tfjs-node's install script, which downloads library and compiled binding. Resolves with undefined, or with
 *  what went wrong; then nothing of it is left. `check` says whether what is there works, as undefined or the reason. */
export async function installOwn({ paths, env, abort, log, task, check, stall = STALL }) {
  const packageFile = path.join(paths.tfjs, 'package.json');
  const original = readFileSync(packageFile);
  clean(paths);
  const stalled = new AbortController();
  const stop = () => stalled.abort();
  abort?.addEventListener('abort', stop);
  let bytes = 0;
  let grownAt = performance.now();
  const watch = setInterval(() => {
    const now = bytesUnder(path.join(paths.tfjs, 'deps')) + bytesUnder(path.dirname(paths.tfjsBinding));
    if (now > bytes) grownAt = performance.now();
    bytes = now;
    task.update(`its own download, ${Math.round(bytes / 1e6)} MB unpacked`);
    if (performance.now() - grownAt > stall) stop();
  }, 500);
  const withTools = npmEnvironment(env);
  const name = Object.keys(withTools).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  withTools[name] = [path.join(paths.modules, '.bin'), withTools[name]].filter(Boolean).join(path.delimiter);
  const script = path.join(paths.tfjs, 'scripts', 'install.js');
  const options = { cwd: paths.tfjs, env: withTools, abort: stalled.signal, log, guarded: true };
  const result = await runProcess(process.execPath, [script], options).finally(() => clearInterval(watch));
  abort?.removeEventListener('abort', stop);
  // The script notes the binding's name in this file, and leaves it there when it fails.
  writeFileSync(packageFile, original);
  const problem = result.code === 0 ? await check() : explainFailure(result.output, result);
  if (problem === undefined) return undefined;
  clean(paths);
  return stalled.signal.aborted ? `it stood still for ${Math.round(stall / 1000)} s` : problem;
}

function clean({ tfjsLibraries, tfjsBinding }) {
  rmSync(path.dirname(tfjsLibraries), { recursive: true, force: true });
  rmSync(path.dirname(path.dirname(tfjsBinding)), { recursive: true, force: true });
}

/** Keeps what the install script left as `folder` of the cache, for later clones. Where the file system allows it both
 *  share the same bytes on disk. */
export function keepOwn({ paths, cache, folder }) {
  const work = makeWorkFolder(cache);
  try {
    const made = path.join(work, 'made');
    mkdirSync(path.join(made, 'lib'), { recursive: true });
    for (const entry of readdirSync(paths.tfjsLibraries, { withFileTypes: true })) {
      const from = path.join(paths.tfjsLibraries, entry.name);
      const to = path.join(made, 'lib', entry.name);
      if (entry.isSymbolicLink()) symlinkSync(readlinkSync(from), to);
      else if (entry.isFile()) linkOrCopy(from, to);
    }
    copyFileSync(paths.tfjsBinding, path.join(made, 'tfjs_binding.node'));
    writeStamp(path.join(made, 'entry.json'), { source: OWN_SOURCE, files: listFiles(made) });
    shelve(made, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function linkOrCopy(from, to) {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one without hard links.
    copyFileSync(from, to);
  }
}
