import path from 'node:path';
import { runProcess } from './runProcess.mjs';

const SCRIPT = path.join(import.meta.dirname, 'verifyTensorFlow.cjs');

/** Loads the library in a process of its own and multiplies a matrix.
 *  Resolves with { version } or with { problem, hopeless }: a clause, and whether another copy would fare no better. */
export async function verifyTensorFlow(paths, { env }) {
  const result = await runProcess(process.execPath, [SCRIPT, paths.root], { cwd: paths.root, env });
  if (result.code === 0)
    return answerIn(result.output) ?? { problem: 'it loads but gives no answer', hopeless: false };
  return explainLoad(result);
}

/** The line of JSON among what was printed: Node 22 adds warnings about the functions tfjs-node calls. */
export function answerIn(output) {
  const line = output.split(/\r?\n/).find((each) => each.startsWith('{"version":'));
  return line && JSON.parse(line);
}

/** Why the library did not load, from what Node printed. */
export function explainLoad({ output, signal }) {
  if (signal === 'SIGILL') {
    return {
      problem: 'this processor lacks the AVX instructions TensorFlow is built for; use a newer machine',
      hopeless: true,
    };
  }
  if (signal) return { problem: `it crashed with ${signal}`, hopeless: false };
  const version = /version [`'](GLIBC_[\d.]+)' not found/.exec(output)?.[1];
  if (version) {
    return {
      problem: `it needs ${version}, newer than this system's; use a newer system (Ubuntu 20.04 or later)`,
      hopeless: true,
    };
  }
  const line = output.split('\n').find((each) => /^\s*\w*Error\b.*:/.test(each));
  return { problem: (line ?? output.trim().split('\n').at(-1)).trim().slice(0, 300), hopeless: false };
}
