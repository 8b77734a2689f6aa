import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';

/** A new empty folder, removed after the tests of this file; its name has a space. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'captcha lab ')));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes files, given by path relative to `folder`. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Writes a shell script that stands in for a program; returns its path. */
export function writeProgram(folder: string, name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFiles(folder, { [name]: ['#!/bin/sh', ...lines, ''].join('\n') });
  chmodSync(file, 0o755);
  return file;
}
