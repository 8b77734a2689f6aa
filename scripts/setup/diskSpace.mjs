import { existsSync, statSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './setupError.mjs';

const GB = 1e9;

/** Free bytes where `folder` is or would be made; undefined where the system does not say. */
export function freeSpace(folder) {
  try {
    const { bavail, bsize, blocks } = statfsSync(nearestFolder(folder));
    return blocks === 0 ? undefined : bavail * bsize;
  } catch {
    return undefined;
  }
}

/** Throws SetupError unless each file system has room for all of its `needs` ({ folder, bytes }). Asked beforehand:
 *  a disk that fills up in the middle is found out minutes later, and by everybody else on it too. */
export function requireSpace(needs, free = freeSpace) {
  const disks = new Map();
  for (const { folder, bytes } of needs) {
    const { dev } = statSync(nearestFolder(folder));
    const disk = disks.get(dev) ?? { folder, bytes: 0 };
    disks.set(dev, { ...disk, bytes: disk.bytes + bytes });
  }
  for (const { folder, bytes } of disks.values()) {
    const room = free(folder);
    if (room === undefined || room >= bytes) continue;
    throw new SetupError(
      `set-up needs about ${(bytes / GB).toFixed(1)} GB of free disk at ${folder}, which has ` +
        `${(room / GB).toFixed(1)} GB; free some space (or move the cache with CAPTCHA_LAB_CACHE) and run the same command again.`,
    );
  }
}

function nearestFolder(folder) {
  let at = path.resolve(folder);
  while (!existsSync(at)) at = path.dirname(at);
  return at;
}
