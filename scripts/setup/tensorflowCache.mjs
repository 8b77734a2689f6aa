import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { filesAreWhole, readStamp } from './stamp.mjs';

/** Path relative to `folder`, and bytes, of each file in it (links count as what they lead to). */
export function listFiles(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  const files = names.map((name) => [name, statSync(path.join(folder, name))]);
  return Object.fromEntries(
    files.filter(([, stat]) => stat.isFile()).map(([name, stat]) => [name, stat.size]),
  );
}

/** A whole entry of the cache: { folder, source, libraries: file names in its lib/ }; undefined when there is none. */
export function readEntry(folder) {
  const entry = readStamp(path.join(folder, 'entry.json'));
  if (!entry?.files || !filesAreWhole(folder, entry.files)) return undefined;
  const libraries = Object.keys(entry.files).filter((name) => path.dirname(name) === 'lib');
  return libraries.length > 0
    ? { folder, source: entry.source, libraries: libraries.map((name) => path.basename(name)) }
    : undefined;
}

/** Moves a folder whose entry.json is written into the cache under its final name, all at once. Another set-up may have
 *  been faster: its entry is as good. */
export function shelve(made, folder) {
  if (readEntry(folder)) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!readEntry(folder)) throw error;
  }
}

/** Makes tfjs-node's deps/lib link to an entry's libraries. */
export function linkLibraries(entry, { tfjsLibraries }) {
  rmSync(path.dirname(tfjsLibraries), { recursive: true, force: true });
  mkdirSync(tfjsLibraries, { recursive: true });
  for (const name of entry.libraries) {
    symlinkSync(path.join(entry.folder, 'lib', name), path.join(tfjsLibraries, name));
  }
}

/** Copies a file so that nobody ever sees half of it. */
export function placeFile(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  const part = `${to}.${process.pid}.part`;
  copyFileSync(from, part);
  renameSync(part, to);
}

/** Names a compiled binding after all that went into it: tfjs-node's sources, the library, the system. */
export function bindingName({ tfjs }, source) {
  const hash = createHash('sha256');
  const folder = path.join(tfjs, 'binding');
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  const { version } = JSON.parse(readFileSync(path.join(tfjs, 'package.json'), 'utf8'));
  const key = hash.digest('hex').slice(0, 12);
  return `tfjs_binding-${version}-${source.replaceAll(' ', '-')}-${process.platform}-${process.arch}-${key}.node`;
}
