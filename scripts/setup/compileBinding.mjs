import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { explainFailure } from './explainFailure.mjs';
import { findProgram } from './findProgram.mjs';
import { runProcess } from './runProcess.mjs';
import { SetupError } from './setupError.mjs';

/** The C++ compiler: $CXX (with its arguments, if any), c++, g++ or clang++. Throws SetupError when there is none. */
export function findCompiler(env) {
  const wanted = env.CXX?.trim().split(/\s+/);
  if (wanted?.[0]) {
    const program = findProgram(wanted[0], env);
    if (program) return [program, ...wanted.slice(1)];
    throw new SetupError(
      `CXX=${env.CXX} is not a program that can be run; correct or unset it and run the same command again.`,
    );
  }
  const program = ['c++', 'g++', 'clang++'].map((name) => findProgram(name, env)).find(Boolean);
  if (program) return [program];
  throw new SetupError(
    'a C++ compiler is needed to join TensorFlow to Node, and none was found; run `sudo apt install g++` (Debian, ' +
      'Ubuntu) or `sudo dnf install gcc-c++` (Fedora), or set CXX, and run the same command again.',
  );
}

/** Compiles tfjs-node's binding against the libraries and headers of a cache entry into `file`. N-API is the same for
 *  all Nodes, so one build serves them all, and Node's own headers are not needed. */
export async function compileBinding({ paths, env, abort, log, entry, file }) {
  const [compiler, ...first] = findCompiler(env);
  const sources = readdirSync(path.join(paths.tfjs, 'binding')).filter((name) => name.endsWith('.cc'));
  const part = `${file}.${process.pid}.part`;
  mkdirSync(path.dirname(file), { recursive: true });
  const args = [...first, '-std=c++17', '-O2', '-fPIC', '-shared', '-w', '-DNAPI_VERSION=8'];
  const includes = [
    path.join(paths.modules, 'node-api-headers', 'include'),
    path.join(entry.folder, 'include'),
    paths.tfjs,
  ];
  args.push(...includes.flatMap((folder) => ['-I', folder]));
  args.push(...sources.map((name) => path.join(paths.tfjs, 'binding', name)), '-o', part);
  args.push(
    ...entry.libraries.map((name) => path.join(entry.folder, 'lib', name)),
    '-Wl,-rpath,$ORIGIN/../../deps/lib',
  );
  const built = await runProcess(compiler, args, { cwd: paths.root, env, abort, log });
  if (built.code !== 0) {
    rmSync(part, { force: true });
    throw new SetupError(
      `the TensorFlow binding could not be compiled with ${compiler}: ${explainFailure(built.output, built)}; ` +
        'install a compiler that knows C++17 (`sudo apt install g++`) or name one in CXX, and run the same command again.',
    );
  }
  renameSync(part, file);
}
