import { cpus, totalmem } from 'node:os';
import type { BenchFile } from './benchFile';

/** What is measured on. */
export function thisMachine(): Pick<BenchFile, 'machine' | 'node'> {
  const machine = {
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  return { machine, node: process.versions.node };
}
