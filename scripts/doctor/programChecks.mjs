import { createRequire } from 'node:module';
import os from 'node:os';
import { findCompiler } from '../setup/compileBinding.mjs';
import { findNpm, npmEnvironment } from '../setup/findNpm.mjs';
import { findProgram } from '../setup/findProgram.mjs';
import { findPython } from '../setup/findPython.mjs';
import { whyNotGlibc } from '../setup/glibc.mjs';
import { runProcess } from '../setup/runProcess.mjs';
import { tensorflowStep } from '../setup/tensorflow.mjs';

/** A check resolves with { state, detail, remedy? }: 'ok', 'fail' (with the remedy) or 'note' (fine as it is, worth
 *  knowing). One that throws has failed with that message. */

const { unsupportedNode } = createRequire(import.meta.url)('../run.cjs');

async function firstLine(command, args, env) {
  const { code, output } = await runProcess(command, args, { env });
  if (code !== 0) throw new Error(output.trim().split('\n').at(-1) || `${command} does not run`);
  return output.trim().split('\n')[0];
}

export const programChecks = [
  {
    name: 'System',
    run() {
      const { glibcVersionRuntime } = process.report.getReport().header;
      const libc =
        process.platform === 'linux'
          ? `, ${glibcVersionRuntime ? `glibc ${glibcVersionRuntime}` : 'musl'}`
          : '';
      const memory = `${Math.round(os.totalmem() / 1e9)} GB of memory`;
      const detail = `${process.platform} ${process.arch}${libc}, ${os.availableParallelism()} cores, ${memory}`;
      const remedy = process.platform === 'linux' ? whyNotGlibc(glibcVersionRuntime) : undefined;
      return remedy ? { state: 'fail', detail, remedy } : { state: 'ok', detail };
    },
  },
  {
    name: 'Node',
    run({ engines }) {
      const remedy = unsupportedNode(process.version, engines);
      return remedy
        ? { state: 'fail', detail: process.version, remedy }
        : { state: 'ok', detail: `${process.version} (${process.execPath})` };
    },
  },
  {
    name: 'npm',
    async run({ env }) {
      const [command, ...first] = findNpm({ env });
      return { state: 'ok', detail: await firstLine(command, [...first, '--version'], npmEnvironment(env)) };
    },
  },
  {
    name: 'git',
    async run({ env }) {
      const git = findProgram('git', env);
      if (!git) return { state: 'note', detail: 'absent; only needed to clone and to run check-nodes' };
      return { state: 'ok', detail: await firstLine(git, ['--version'], env) };
    },
  },
  {
    name: 'Python',
    async run({ env }) {
      const { version, program } = await findPython({ env });
      return { state: 'ok', detail: `${version.join('.')} with venv (${program})` };
    },
  },
  {
    name: 'C++ compiler',
    async run({ env, paths }) {
      try {
        const [compiler, ...first] = findCompiler(env);
        return { state: 'ok', detail: await firstLine(compiler, [...first, '--version'], env) };
      } catch (error) {
        if (tensorflowStep.missing({ paths, env }) !== undefined) throw error;
        return { state: 'note', detail: 'absent; not needed, since the TensorFlow library is in place' };
      }
    },
  },
];
