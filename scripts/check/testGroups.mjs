// Test files that can share a process do: each process loads Node's loader and mostly TensorFlow anew, 1 to 3 s of the processor.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Words of a test that touches what all tests of a process have in common (environment, output, signals, globals, the tensor
 * backend, hooks outside of any suite) or that starts programs, which do better two at a time. Its file has a process of its own.
 */
const APART = [
  /\bprocess\b/,
  /\bglobalThis\b|\bglobal\./,
  /\bdefineProperty\b|\bprototype\b/,
  /\bconsole\b/,
  /\bmock\b/,
  /\b(set|register|remove)Backend\b|\btf\.(env|ENV|engine)\b|\bregisterKernel\b|\bregisterClass\b/,
  /^(before|after|beforeEach|afterEach)\(/m,
  /child_process|\b(spawn|exec|fork|runProcess|runNode)\w*\(/,
  /playwright|\b\w*[bB]rowser\b|\b[cC]hromium\b/,
  /\bworker_threads\b|\bsnapshot\b/i,
];

/** Whether a test file with this text may run in one process with others. */
export function sharesProcess(text) {
  return !APART.some((pattern) => pattern.test(text));
}

/**
 * Test files in the order they came, those of one folder that may share a process as one array, at the place of the first.
 * files: full paths.
 */
export function groupTests(files) {
  const groups = [];
  const shared = new Map();
  for (const file of files) {
    const folder = path.dirname(file);
    if (!sharesProcess(readFileSync(file, 'utf8'))) groups.push([file]);
    else if (shared.has(folder)) shared.get(folder).push(file);
    else {
      const group = [file];
      shared.set(folder, group);
      groups.push(group);
    }
  }
  return groups;
}

/**
 * A program that tests these files in one process. All are loaded before the first test runs, so that no file's loading falls into
 * another's test; one that cannot be loaded fails as a test of its name, and the others run.
 */
export function groupProgram(group, root) {
  const files = group.map((file) => [path.relative(root, file), pathToFileURL(file).href]);
  return `import { before, test } from 'node:test';
const files = ${JSON.stringify(files)};
let allLoaded;
const loading = new Promise((resolve) => {
  allLoaded = resolve;
});
before(() => loading);
for (const [name, url] of files) {
  try {
    await import(url);
  } catch (error) {
    test(name + ' cannot be loaded', () => {
      throw error;
    });
  }
}
allLoaded();
`;
}

/**
 * What to give Node's test runner for these files (full paths), and `remove`, which takes away the programs written for it. They lie
 * in a folder of their own in .cache, as several runs may go on at once.
 */
export function testPrograms(files, root) {
  const groups = groupTests(files);
  if (groups.every((group) => group.length === 1)) return { programs: files, remove: () => undefined };
  const cache = path.join(root, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'tests-'));
  const programs = groups.map((group) => {
    if (group.length === 1) return group[0];
    const room = path.relative(root, path.dirname(group[0])).replaceAll(path.sep, '-');
    const program = path.join(folder, `${room}.mjs`);
    writeFileSync(program, groupProgram(group, root));
    return program;
  });
  return { programs, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
