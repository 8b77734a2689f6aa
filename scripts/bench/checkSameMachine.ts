import type { BenchFile } from './benchFile';

type Machine = Pick<BenchFile, 'machine' | 'node'>;

/** Throws Error unless the numbers in `file` come from this machine: a table must not mix two. */
export function checkSameMachine(file: string, before: Machine, now: Machine): void {
  const text = ({ machine, node }: Machine): string =>
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Node ${node}`;
  if (text(before) === text(now)) return;
  throw new Error(
    `${file} was measured on ${text(before)}, this is ${text(now)}; name another file with --out, or measure all rows.`,
  );
}
