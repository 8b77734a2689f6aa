import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LONGEST = 127;

/** The first line, or lines, that start a script with `python`: the kernel cuts a `#!` line at 127 characters and at
 *  the first space, so beyond these a shell must do it (as pip writes it). */
export function scriptStart(python) {
  if (!/\s/.test(python) && python.length + 2 <= LONGEST) return `#!${python}\n`;
  return `#!/bin/sh\n'''exec' "${python}" "$0" "$@"\n' '''\n`;
}

/** Mends the scripts of a virtual environment moved from folder `from` to folder `to`: each names its Python by
 *  absolute path. Returns the names of the files changed. */
export function relocateVenv(scripts, { from, to, python }) {
  const changed = [];
  for (const name of readdirSync(scripts)) {
    const file = path.join(scripts, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const old = readFileSync(file);
    // Python itself is a link to a binary.
    if (old.includes(0) || !old.includes(from)) continue;
    const text = old.toString('utf8');
    const body = text.replace(/^#![^\n]*\n(?:'''exec' [^\n]*\n' '''\n)?/, '');
    const start = text.slice(0, text.length - body.length);
    const mended = (start.includes(from) ? scriptStart(python) : start) + body.replaceAll(from, to);
    if (mended === text) continue;
    writeFileSync(file, mended);
    changed.push(name);
  }
  return changed;
}
