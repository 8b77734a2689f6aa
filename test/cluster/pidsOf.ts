import { readdirSync, readFileSync } from 'node:fs';

/** Processes, other than this one, that have a path below `folder` among their arguments; from Linux's /proc, by number. */
export function pidsOf(folder: string): number[] {
  const numbers = readdirSync('/proc').map(Number).filter(Number.isSafeInteger);
  return numbers
    .filter((pid) => pid !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        return false;
      }
    })
    .sort((a, b) => a - b);
}
