import { mkdirSync, readFileSync, rmSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT = 2000;
const SILENT = 60_000;

/** Takes the lock `file`, waiting while another living process has it, and resolves with the function that gives it
 *  back. onWait is called once, with the holder's process id, when there is someone to wait for.
 *  A lock is broken when its holder, on this machine, is dead, or when nobody has touched it for a minute: the holder
 *  touches it every two seconds, which tells apart another machine's, a container's or a reused process id. */
export async function takeLock(file, { onWait, silent = SILENT } = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  let waited = false;
  while (!create(file)) {
    const holder = readHolder(file);
    if (holder === undefined) continue;
    if (isStale(file, holder, silent)) {
      breakLock(file, silent);
      continue;
    }
    if (!waited) onWait?.(holder.pid);
    waited = true;
    await sleep(250);
  }
  const beat = setInterval(() => touch(file), BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

function create(file) {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds the lock; {} for a file just being written or cut short; undefined when it is gone. */
function readHolder(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) ?? {};
  } catch (error) {
    return error.code === 'ENOENT' ? undefined : {};
  }
}

function isStale(file, holder, silent) {
  const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (touched === undefined) return false;
  const age = Date.now() - touched;
  // Nobody's name in it: written this moment, or its writer was killed between creating and writing.
  if (holder.pid === undefined) return age > Math.min(silent, 2000);
  if (holder.host === hostname() && !isAlive(holder.pid)) return true;
  return age > silent;
}

/** Whether a process of this number exists (someone else's too). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Two processes may find the same stale lock; only one may remove it, or the second would remove the first's new one.
function breakLock(file, silent) {
  const breaker = `${file}.break`;
  try {
    mkdirSync(breaker);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const since = statSync(breaker, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > 10_000) removeBreaker(breaker);
    return;
  }
  try {
    const holder = readHolder(file);
    if (holder !== undefined && isStale(file, holder, silent)) rmSync(file, { force: true });
  } finally {
    removeBreaker(breaker);
  }
}

function removeBreaker(breaker) {
  try {
    rmdirSync(breaker);
  } catch {
    // Another process removed it.
  }
}

function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder was removed under us; the steps will say so.
  }
}
