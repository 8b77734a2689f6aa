import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import path from 'node:path';
import { isAlive } from './lock.mjs';
import { makeFolder } from './makeFolder.mjs';
import { SetupError } from './setupError.mjs';

/** Where the per-user cache belongs: CAPTCHA_LAB_CACHE, or the platform's usual place; undefined without a home. */
export function cacheFolderName(env = process.env, platform = process.platform) {
  if (env.CAPTCHA_LAB_CACHE) return path.resolve(env.CAPTCHA_LAB_CACHE);
  if (env.XDG_CACHE_HOME && path.isAbsolute(env.XDG_CACHE_HOME))
    return path.join(env.XDG_CACHE_HOME, 'captcha-lab');
  if (platform === 'win32' && env.LOCALAPPDATA) return path.join(env.LOCALAPPDATA, 'captcha-lab');
  const home = env.HOME || systemHome();
  if (!home) return undefined;
  return platform === 'darwin'
    ? path.join(home, 'Library', 'Caches', 'captcha-lab')
    : path.join(home, '.cache', 'captcha-lab');
}

function systemHome() {
  try {
    return homedir();
  } catch {
    // A user number without an account, as containers have.
    return undefined;
  }
}

/** The cache folder, made if need be (`make: false` only finds out). Where the usual place cannot be written, `.cache`
 *  in the project takes its part; a CAPTCHA_LAB_CACHE that cannot be written is an error, for it was asked for. */
export function openCacheFolder({ root, env, make = true }) {
  const wanted = cacheFolderName(env);
  const problem = wanted === undefined ? 'there is no home folder' : whyNotWritable(wanted, { make });
  if (problem === undefined) return wanted;
  if (env.CAPTCHA_LAB_CACHE) {
    throw new SetupError(
      `the cache folder ${wanted} cannot be written (${problem}); set CAPTCHA_LAB_CACHE to a folder of yours, or unset it.`,
    );
  }
  const own = path.join(root, '.cache', 'captcha-lab');
  const last = whyNotWritable(own, { make });
  if (last === undefined) return own;
  throw new SetupError(
    `neither ${wanted ?? 'a home folder'} nor ${own} can be written (${last}); set CAPTCHA_LAB_CACHE to a folder of yours.`,
  );
}

/** undefined for a folder that can be written, otherwise the system's reason. The folder is made, unless `make` is
 *  false: then a folder counts that could be made. */
export function whyNotWritable(folder, { make = true } = {}) {
  try {
    let at = folder;
    if (make) makeFolder(folder);
    else while (!existsSync(at)) at = path.dirname(at);
    if (!statSync(at).isDirectory()) return 'ENOTDIR';
    accessSync(at, constants.W_OK);
    return undefined;
  } catch (error) {
    return error.code ?? error.message;
  }
}

/** A new empty folder inside the cache for work in progress; what other set-ups left there dead is removed first. */
export function makeWorkFolder(cache) {
  const all = path.join(cache, 'work');
  mkdirSync(all, { recursive: true });
  for (const name of readdirSync(all)) {
    if (isAbandoned(path.join(all, name), name))
      rmSync(path.join(all, name), { recursive: true, force: true });
  }
  const unique = `${hostname()}.${process.pid}.${process.hrtime.bigint().toString(36)}`;
  const folder = path.join(all, unique);
  mkdirSync(folder);
  return folder;
}

function isAbandoned(folder, name) {
  const [, host, pid] = /^(.*)\.(\d+)\.[^.]*$/.exec(name) ?? [];
  if (host === hostname()) return !isAlive(Number(pid));
  const day = 24 * 3600 * 1000;
  return Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > day;
}
