import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bytesUnder } from './bytesUnder.mjs';
import { makeWorkFolder } from './cacheFolder.mjs';
import { pipEnvironment } from './jupyter.mjs';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';
import { listFiles, shelve } from './tensorflowCache.mjs';
import { writeStamp } from './stamp.mjs';
import { toolFailure } from './toolFailure.mjs';

/** The wheel on PyPI that carries libtensorflow. Of those that fit tfjs-node 4.22 (2.12 to 2.21) the smallest. */
export const WHEEL = {
  name: 'tensorflow-cpu',
  version: '2.15.1',
  sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
  bytes: 207_208_420,
};

const MB = 1e6;
const WATCH = 500;

/** Fetches the wheel by pip, hash checked, and leaves libtensorflow and its headers in the cache as `folder`. The wheel
 *  itself is dropped. Safe beside other set-ups: all is made under a name of our own and renamed when whole. */
export async function fetchWheel({ paths, env, abort, log, task, cache, folder }) {
  const work = makeWorkFolder(cache);
  try {
    const wheel = await downloadWheel({ paths, env, abort, log, task, work });
    const made = path.join(work, 'made');
    mkdirSync(made);
    const script = path.join(import.meta.dirname, 'unpackWheel.py');
    const onLine = (line) => {
      const bytes = Number(/^unpacked (\d+)/.exec(line)?.[1]);
      if (bytes > 0) task.update(`unpacked ${Math.round(bytes / MB)} MB`);
    };
    const unpacked = await runProcess(paths.python, ['-I', script, wheel, made], { env, abort, log, onLine });
    if (unpacked.code !== 0) {
      throw toolFailure("TensorFlow's library could not be unpacked", unpacked, log);
    }
    writeStamp(path.join(made, 'entry.json'), {
      source: `${WHEEL.name} ${WHEEL.version}`,
      files: listFiles(made),
    });
    shelve(made, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function downloadWheel({ paths, env, abort, log, task, work }) {
  const requirement = path.join(work, 'wheel.txt');
  const target = path.join(work, 'wheel');
  writeFileSync(requirement, `${WHEEL.name}==${WHEEL.version} --hash=sha256:${WHEEL.sha256}\n`);
  mkdirSync(target);
  const args = [
    '-I',
    '-m',
    'pip',
    'download',
    '--disable-pip-version-check',
    '--no-input',
    '--progress-bar=off',
  ];
  // One build for all Pythons serves us: only the C++ library inside is used.
  args.push('--platform=manylinux2014_x86_64', '--python-version=3.11', '--implementation=cp', '--abi=cp311');
  args.push('--only-binary=:all:', '--no-deps', '--no-cache-dir', '--retries=3', '--require-hashes');
  args.push('-r', requirement, '-d', target);
  // pip's own progress bar stays silent off a terminal, so the file is watched as it grows, in a TMPDIR of ours.
  const watch = setInterval(() => {
    const bytes = Math.min(bytesUnder(work), WHEEL.bytes);
    const part = `${Math.round(bytes / MB)} of ${Math.round(WHEEL.bytes / MB)} MB`;
    const share = Math.floor((100 * bytes) / WHEEL.bytes);
    task.update(share < 100 ? `${part} (${share}%)` : `${part}, checking its hash`);
  }, WATCH);
  const withTemp = { ...pipEnvironment(env), TMPDIR: work };
  const options = { cwd: work, env: withTemp, abort, log, guarded: true };
  const result = await runProcess(paths.python, args, options).finally(() => clearInterval(watch));
  if (result.code !== 0) {
    throw toolFailure("pip could not download TensorFlow's library", result, log);
  }
  const [wheel] = readdirSync(target);
  if (!wheel)
    throw new SetupError('pip ended well, yet left no TensorFlow wheel; run the same command again.');
  return path.join(target, wheel);
}
