import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes in all files under a folder, which others may be writing to; 0 when there is none. */
export function bytesUnder(folder) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(path.join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}
