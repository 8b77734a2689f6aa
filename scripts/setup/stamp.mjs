import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The JSON object in `file`; undefined when there is none, or when it is not whole. */
export function readStamp(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'));
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes `value` as JSON into `file` at once: readers see the old content or the new, never half of it. */
export function writeStamp(file, value) {
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Size in bytes of the file a path leads to, links followed; undefined when there is none. */
export function fileSize(file) {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** Whether every file of `sizes` (path relative to folder: bytes) is there with its size. */
export function filesAreWhole(folder, sizes) {
  return Object.entries(sizes).every(([name, size]) => {
    try {
      return fileSize(path.join(folder, name)) === size;
    } catch {
      return false;
    }
  });
}
