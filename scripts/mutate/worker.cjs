/* eslint-disable @typescript-eslint/no-require-imports, @typescript-eslint/no-dynamic-delete -- it stands before anything that could compile TypeScript. */
// A process of the mutation tester that stays: it takes a room's test files again and again, each time with other texts in place of
// some source files, so that TensorFlow and the packages are loaded once. Nothing in the clone is changed.
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { createTests } = require('./tests.cjs');

const ROOT = path.resolve(__dirname, '../..');
const OWN = ['lib', 'test'].map((folder) => path.join(ROOT, folder) + path.sep);
const isOwn = (file) => OWN.some((folder) => file.startsWith(folder)) && !file.includes('node_modules');

let texts = {};
let tests;
let stray;

const readFileSync = fs.readFileSync;
fs.readFileSync = function (file, ...rest) {
  const text = typeof file === 'string' ? texts[file] : undefined;
  return text === undefined ? readFileSync.call(fs, file, ...rest) : text;
};
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === 'node:test' ? tests.api : load.call(this, request, ...rest);
};
for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error) => (stray ??= error ?? new Error(event)));
}

/** Forgets the modules that rest on these files, and these. */
function forget(files) {
  const stale = new Set(files);
  const own = Object.entries(require.cache).filter(([file]) => isOwn(file));
  for (let grown = true; grown;) {
    grown = false;
    for (const [file, { children }] of own) {
      if (stale.has(file) || !children.some(({ filename }) => stale.has(filename))) continue;
      stale.add(file);
      grown = true;
    }
  }
  for (const file of stale) delete require.cache[file];
}

async function take({ files, replaced }) {
  forget([...files, ...Object.keys(texts), ...Object.keys(replaced)]);
  texts = replaced;
  tests = createTests();
  stray = undefined;
  globalThis.__reached = new Set();
  const env = { ...process.env };
  const cpu = process.cpuUsage();
  let failed;
  try {
    for (const file of files) require(file);
    failed = await tests.run();
  } catch (error) {
    failed = `does not load: ${String(error?.message ?? error).split('\n')[0]}`;
  }
  // What a test left hanging shows itself in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  if (stray !== undefined) failed ??= `stray: ${String(stray?.message ?? stray).split('\n')[0]}`;
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  const { user, system } = process.cpuUsage(cpu);
  return { failed, cpu: (user + system) / 1000, reached: [...globalThis.__reached] };
}

process.on('message', (message) => {
  void take(message).then((ended) => process.send(ended));
});
process.on('disconnect', () => process.exit());
process.send('ready');
