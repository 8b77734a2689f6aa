import { existsSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './findProgram.mjs';
import { SetupError } from './setupError.mjs';

/** How to start npm without a shell: the command and its first arguments. The npm that started us, else the one beside
 *  this Node, else the one on PATH (not on Windows, where that is a batch file). */
export function findNpm({ env, node = process.execPath, platform = process.platform }) {
  const started = env.npm_execpath;
  const here = path.dirname(node);
  const beside =
    platform === 'win32'
      ? path.join(here, 'node_modules', 'npm', 'bin', 'npm-cli.js')
      : path.join(here, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js');
  const scripts = [started && path.basename(started) === 'npm-cli.js' ? started : undefined, beside];
  const script = scripts.find((file) => file && existsSync(file));
  if (script) return [node, script];
  const program = platform === 'win32' ? undefined : findProgram('npm', env);
  if (program) return [program];
  throw new SetupError(
    'npm was not found beside Node nor on PATH; install it with Node from https://nodejs.org.',
  );
}

// Left over from the npm that started us, these would steer the npm we start: elsewhere, or to do less.
const STEERING =
  /^npm_config_(global|location|prefix|local_prefix|dry_run|package_lock|package_lock_only|workspaces?|include_workspace_root|omit|include|production|only|also|json|loglevel|ignore_scripts)$/i;

/** The environment for npm: `env` without what would steer it elsewhere, this Node first on its PATH. */
export function npmEnvironment(env, node = process.execPath) {
  const kept = Object.entries(env).filter(
    ([name]) => !STEERING.test(name) && !/^npm_(package|lifecycle)_/i.test(name),
  );
  const result = Object.fromEntries(kept);
  const name = Object.keys(result).find((each) => each.toUpperCase() === 'PATH') ?? 'PATH';
  result[name] = [path.dirname(node), result[name]].filter(Boolean).join(path.delimiter);
  return result;
}
