import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { npmEnvironment } from '../setup/findNpm.mjs';
import { runProcess } from '../setup/runProcess.mjs';

/** Where the checks work: bare clones of the last commit in a temporary folder, with a home of their own. */
export function createBench(root) {
  const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-check-'));
  let clones = 0;
  const home = (name) => {
    const made = path.join(folder, name);
    mkdirSync(made, { recursive: true });
    return made;
  };

  /** Environment of a scenario: HOME and cache of its own; mirrors and certificates of the person's stay in force. */
  const environment = ({ homeName = 'home', cacheName = 'cache', ...more } = {}) => {
    const caches = ['XDG_CACHE_HOME', 'npm_config_cache', 'PIP_CACHE_DIR'];
    const kept = Object.entries(npmEnvironment(process.env)).filter(([name]) => !caches.includes(name));
    const places = { HOME: home(homeName), CAPTCHA_LAB_CACHE: home(cacheName) };
    const env = { ...Object.fromEntries(kept), ...places, ...more };
    const npmrc = path.join(homedir(), '.npmrc');
    if (existsSync(npmrc)) env.npm_config_userconfig = npmrc;
    return env;
  };

  const clone = async (name = `clone ${++clones}`) => {
    const made = path.join(folder, name);
    const { code, output } = await runProcess('git', ['clone', '--quiet', root, made], { env: process.env });
    if (code !== 0) throw new Error(`git clone failed: ${output}`);
    return made;
  };

  const node = (clone, args, env) => runProcess(process.execPath, args, { cwd: clone, env });
  const setUp = (clone, env, ...args) => node(clone, ['scripts/run.cjs', 'setup', ...args], env);

  /** Throws unless everything in a clone is as the doctor wants it. */
  const expectWell = async (clone, env) => {
    const { output } = await node(clone, ['scripts/doctor.mjs', '--json'], env);
    const failed = JSON.parse(output).checks.filter(({ state }) => state === 'fail');
    if (failed.length > 0) throw new Error(failed.map(({ name, detail }) => `${name}: ${detail}`).join('; '));
  };

  /** Throws unless a set-up succeeded and left everything well; returns what it printed. */
  const expectSetUp = async (clone, env) => {
    const { code, output } = await setUp(clone, env);
    if (code !== 0) throw new Error(`set-up failed: ${output.trim()}`);
    await expectWell(clone, env);
    return output;
  };

  /** Throws unless a set-up failed with exit code 1 and exactly one sentence of error that matches. */
  const expectFailure = async (clone, env, pattern) => {
    const { code, output } = await setUp(clone, env);
    const errors = output.match(/^error: .*$/gm) ?? [];
    if (code !== 1 || errors.length !== 1 || !pattern.test(errors[0]) || /^ {4}at /m.test(output)) {
      throw new Error(`expected one error like ${pattern} and code 1, got code ${code}:\n${output.trim()}`);
    }
    return errors[0];
  };

  return {
    folder,
    environment,
    clone,
    node,
    setUp,
    expectWell,
    expectSetUp,
    expectFailure,
    start: (clone, env) =>
      spawn(process.execPath, ['scripts/setup.mjs'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
