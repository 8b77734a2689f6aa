import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { tf } from '../tensorflow';
import type { ExperimentResult } from './experimentResult';

/** What a result was made with. */
export function versions(): ExperimentResult['versions'] {
  const commit = kitCommit();
  const { binding } = tf.backend() as unknown as { readonly binding: { readonly TF_Version: string } };
  return {
    captchaLab: kitVersion(),
    node: process.versions.node,
    tfjs: tf.version.tfjs,
    tensorflow: binding.TF_Version,
    ...(commit !== undefined && { commit }),
  };
}

/** The machine as far as it explains a run's speed; nothing that tells whose it is. */
export function machine(): ExperimentResult['machine'] {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: Math.max(1, processors.length),
    threads: Number(process.env.TF_NUM_INTRAOP_THREADS) || availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
  };
}

/** The commit that the kit's files were checked out from; undefined outside of a repository, or without git. */
function kitCommit(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: __dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** The sources lie one folder below the package's top, the compiled files two. */
function kitVersion(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    try {
      const content = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
        name?: string;
        version?: string;
      };
      if (content.name === 'captcha-lab') return content.version ?? 'unknown';
    } catch {
      if (folder === path.dirname(folder)) return 'unknown';
    }
  }
}
