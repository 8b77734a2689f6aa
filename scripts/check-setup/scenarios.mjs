import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveOwnDownload } from './ownDownloadServer.mjs';

// Nothing listens on this port: what is asked of it is refused at once.
const NOWHERE = 'http://127.0.0.1:9/';
const OFFLINE = {
  npm_config_registry: NOWHERE,
  npm_config_offline: 'false',
  PIP_INDEX_URL: NOWHERE,
  PIP_FIND_LINKS: '',
  TFJS_NODE_CDN_STORAGE: NOWHERE,
};

const seconds = (since) => `${Math.round((performance.now() - since) / 100) / 10} s`;

/** Each scenario: what it shows, and a function of the bench that throws when it does not hold. Resolves with a remark. */
export const SCENARIOS = {
  async cold(bench) {
    const env = bench.environment();
    const clone = await bench.clone();
    const begun = performance.now();
    await bench.expectSetUp(clone, env);
    const cold = seconds(begun);
    const again = performance.now();
    await bench.setUp(clone, env);
    return `cold ${cold}, done already ${seconds(again)}`;
  },

  async 'second clone, its path with spaces, an accent and what shells and addresses take for theirs'(bench) {
    const begun = performance.now();
    const awkward = process.platform === 'win32' ? '' : `* ? [x] "q" \n new line `;
    const clone = await bench.clone(`a clone, “zwei” é 50%20 #1 'q' $HOME ; & \`id\`${awkward}`);
    const printed = await bench.expectSetUp(clone, bench.environment());
    if (!printed.includes('from the cache')) throw new Error(`the cache was not used:\n${printed}`);
    return seconds(begun);
  },

  async 'moved, then mended without a network'(bench) {
    const clone = await bench.clone('before');
    await bench.expectSetUp(clone, bench.environment());
    const moved = path.join(bench.folder, 'after the move');
    renameSync(clone, moved);
    await bench.expectSetUp(moved, bench.environment(OFFLINE));
    const script = path.join(moved, '.venv', 'bin', 'jupyter-lab');
    if (process.platform !== 'win32') execFileSync(script, ['--version'], { env: bench.environment() });
    return 'jupyter-lab starts from the new place';
  },

  async 'three at once, two of them in one clone'(bench) {
    const env = bench.environment({ cacheName: 'crowded' });
    const [one, two] = [await bench.clone(), await bench.clone()];
    const results = await Promise.all([bench.setUp(one, env), bench.setUp(one, env), bench.setUp(two, env)]);
    const failed = results.find(({ code }) => code !== 0);
    if (failed) throw new Error(failed.output);
    await bench.expectWell(one, env);
    await bench.expectWell(two, env);
    const left = readdirSync(path.join(env.CAPTCHA_LAB_CACHE, 'work'));
    if (left.length > 0) throw new Error(`left in the cache: ${left.join(', ')}`);
    return results.some(({ output }) => output.includes('waiting for it')) ? 'one waited' : '';
  },

  async 'killed at eight moments, then finished'(bench) {
    const env = bench.environment({ cacheName: 'killed' });
    const clone = await bench.clone();
    for (const moment of [0.2, 1, 3, 6, 10, 15, 22, 30]) {
      const child = bench.start(clone, env);
      await sleep(moment * 1000);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await sleep(500);
      const left = processesIn(clone);
      if (left.length > 0) throw new Error(`after ${moment} s these live on: ${left.join('; ')}`);
    }
    await bench.expectSetUp(clone, env);
    return '';
  },

  async 'no network, then a network'(bench) {
    const clone = await bench.clone();
    const env = { homeName: 'offline home', cacheName: 'offline' };
    const sentence = await bench.expectFailure(
      clone,
      bench.environment({ ...env, ...OFFLINE }),
      /cannot be reached/,
    );
    await bench.expectSetUp(clone, bench.environment({ ...env, homeName: 'home' }));
    return sentence;
  },

  async 'parts removed or cut short by hand'(bench) {
    const env = bench.environment();
    const clone = await bench.clone();
    await bench.expectSetUp(clone, env);
    const shelf = path.join(env.CAPTCHA_LAB_CACHE, 'tensorflow');
    const damages = [
      () => rmSync(path.join(clone, 'node_modules', 'jimp'), { recursive: true }),
      () => rmSync(path.join(clone, '.venv', 'bin', 'python')),
      () => rmSync(path.join(clone, 'lib', 'dist', 'index.js')),
      () => rmSync(path.join(clone, '.venv', 'share'), { recursive: true }),
      () =>
        truncateSync(
          path.join(clone, 'node_modules/@tensorflow/tfjs-node/lib/napi-v8/tfjs_binding.node'),
          99,
        ),
      () => truncateSync(libraryIn(shelf), statSync(libraryIn(shelf)).size - 4096),
    ];
    for (const damage of damages) {
      damage();
      await bench.expectSetUp(clone, env);
    }
    return `${damages.length} kinds of damage`;
  },

  async "tfjs-node's own download: whole, cut short, silent"(bench) {
    if (process.platform !== 'linux' || process.arch !== 'x64') return 'skipped: made for Linux x64';
    const shelf = path.join(bench.environment().CAPTCHA_LAB_CACHE, 'tensorflow');
    if (!existsSync(shelf)) throw new Error('run the scenario "cold" first: its files are served');
    const remarks = [];
    for (const way of ['whole', 'cut', 'silent']) {
      const server = await serveOwnDownload({ shelf, way, work: path.join(bench.folder, `server ${way}`) });
      const cacheName = `own ${way}`;
      // No compiler: the wheel's library could not be used.
      const env = bench.environment({ cacheName, ...server.variables, CXX: '/no-compiler' });
      const clone = await bench.clone();
      if (way === 'whole') {
        const printed = await bench.expectSetUp(clone, env);
        if (!printed.includes("tfjs-node's own libtensorflow")) throw new Error(`${way}: ${printed}`);
        remarks.push(`whole: taken after ${server.requests()} requests`);
      } else {
        await bench.expectFailure(clone, env, /CXX=\/no-compiler.*could not be downloaded by tfjs-node/);
        remarks.push(`${way}: both reasons named after ${server.requests()} requests`);
      }
      server.close();
    }
    return remarks.join(', ');
  },
};

function libraryIn(shelf) {
  const entry = readdirSync(shelf).find((name) => existsSync(path.join(shelf, name, 'entry.json')));
  const folder = path.join(shelf, entry, 'lib');
  return path.join(
    folder,
    readdirSync(folder).find((name) => name.includes('_cc') || name.includes('tensorflow')),
  );
}

/** Command lines of living processes that work in or on a folder; Linux only, elsewhere none. */
function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  const list = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return list.split('\n').filter((line) => line.includes(folder));
}
