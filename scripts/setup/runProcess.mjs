import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

const GUARD = path.join(import.meta.dirname, 'guard.mjs');
const KEPT = 64 * 1024;

/** Runs a command without a shell and resolves, never rejects, with its exit code, the signal that ended it and the
 *  last 64 kB it printed (both streams). A command that cannot be started has code 127.
 *  guarded: the command dies with this process, however that ends. abort: an AbortSignal that ends it.
 *  onLine: called with each line. log: a file the output is added to. */
export function runProcess(command, args, { cwd, env, abort, guarded = false, onLine, log } = {}) {
  return new Promise((resolve) => {
    const child = guarded
      ? spawn(process.execPath, [GUARD, command, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
      : spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let line = '';
    const collect = (chunk) => {
      const text = String(chunk);
      output = (output + text).slice(-KEPT);
      addToLog(log, text);
      if (!onLine) return;
      const lines = (line + text).split(/[\r\n]+/);
      line = lines.pop();
      lines.forEach((each) => onLine(each));
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const stop = () => {
      if (guarded) child.stdin.end();
      else child.kill('SIGKILL');
    };
    if (abort?.aborted) stop();
    abort?.addEventListener('abort', stop);
    const done = (code, signal) => {
      abort?.removeEventListener('abort', stop);
      resolve({ code, signal, output });
    };
    // The command may have ended before the guard's stdin is closed.
    child.stdin?.on('error', () => undefined);
    child.on('error', (error) => {
      output += error.message;
      addToLog(log, error.message);
      done(127, null);
    });
    child.on('close', done);
  });
}

function addToLog(log, text) {
  if (!log) return;
  try {
    appendFileSync(log, text);
  } catch {
    // A full disk must not hide the failure that is being recorded.
  }
}
