// Runs a command that must not outlive the set-up: `node guard.mjs COMMAND ARGS…`. The set-up holds the other end of
// stdin; when it dies, even by kill -9, stdin ends and the command is killed with all it started. Otherwise an
// orphaned `npm ci` would go on writing into the folder that the next set-up is repairing.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

const [command, ...args] = process.argv.slice(2);
const windows = process.platform === 'win32';
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: !windows });

function stop() {
  if (child.pid === undefined) return;
  try {
    if (windows) spawnSync('taskkill', ['/T', '/F', '/PID', String(child.pid)], { stdio: 'ignore' });
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

process.stdin.on('end', stop).on('error', stop).resume();
// stdout's reader may be gone by the time the command is stopped.
process.stdout.on('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
child.on('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
});
