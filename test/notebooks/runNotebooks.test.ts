import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fromText } from '../../scripts/notebook/fromText';
import { writeNotebook } from '../../scripts/notebook/notebookFile';
import { runOrder } from '../../scripts/notebook/runOrder';
import { notRun, runNotebooks } from '../../scripts/notebook/walkthrough';
import { temporaryFolder } from '../data/temporaryFolder';

const TEXTS = {
  '01-one.ipynb': '# %%\n1;\n',
  '02-two.ipynb': '# %%\n2;\n',
  '04-trains.ipynb': '# %%\nawait keepNetwork(model, {});\n',
  '05-looks.ipynb': '# %%\nconst net = await openNetwork({});\n',
  '06-mentions.ipynb': '# %% [markdown]\nopenNetwork(\n\n# %%\n6;\n',
};

async function notebooksIn(folder: string): Promise<{ number: number; file: string }[]> {
  for (const [file, text] of Object.entries(TEXTS)) {
    await writeNotebook(path.join(folder, file), fromText(text));
  }
  return Object.keys(TEXTS).map((file, index) => ({ number: index + 1, file }));
}

/** In Python's place: says that it runs a cell, waits, and is done, or fails. */
function standIn(folder: string, fails: string): string {
  const file = path.join(folder, 'python');
  const failed = "{ event: 'failed', reason: 'ended', number: 1, of: 1 }";
  writeFileSync(
    file,
    `#!${process.execPath}
const say = (event) => console.log(JSON.stringify(event));
const file = require('node:path').basename(process.argv[4] ?? process.argv[3]);
say({ event: 'cell', number: 1, of: 1 });
setTimeout(() => say(process.argv.some((one) => one.endsWith('${fails}')) ? ${failed} : { event: 'done' }), 150);
`,
  );
  chmodSync(file, 0o755);
  return file;
}

async function walk(test: TestContext, jobs: number, fails = 'nothing'): Promise<{ log: string[]; states: string[] }> {
  const folder = temporaryFolder(test);
  const notebooks = await notebooksIn(folder);
  const log: string[] = [];
  const runs = await runNotebooks({
    folder,
    notebooks,
    python: standIn(folder, fails),
    env: process.env,
    work: path.join(folder, 'work'),
    signal: new AbortController().signal,
    jobs,
    onStart: (file) => log.push(`start ${file.slice(0, 2)}`),
    onEnd: ({ file }) => log.push(`end ${file.slice(0, 2)}`),
  });
  assert.deepEqual(
    runs.map(({ file }) => file),
    Object.keys(TEXTS),
  );
  return { log, states: runs.map(({ state }) => state) };
}

describe('runNotebooks', () => {
  it('runs one after the other in order', async (test) => {
    const { log, states } = await walk(test, 1);
    assert.deepEqual(
      log,
      ['01', '02', '04', '05', '06'].flatMap((number) => [`start ${number}`, `end ${number}`]),
    );
    assert.deepEqual(new Set(states), new Set(['ran']));
  });

  it('runs two at a time, first what others wait for, and those only after it', async (test) => {
    const { log, states } = await walk(test, 2);
    assert.deepEqual(log.slice(0, 2), ['start 04', 'start 01']);
    assert.ok(log.indexOf('start 05') > log.indexOf('end 04'), log.join());
    assert.deepEqual(new Set(states), new Set(['ran']));
    let running = 0;
    const most = Math.max(...log.map((line) => (running += line.startsWith('start') ? 1 : -1)));
    assert.equal(most, 2);
  });

  it('starts no other once one has failed', async (test) => {
    const { log, states } = await walk(test, 2, '04-trains.ipynb');
    assert.deepEqual([states[2], states[3]], ['failed', 'not run']);
    const after = log.slice(log.indexOf('end 04') + 1);
    assert.ok(!after.some((line) => line.startsWith('start')), log.join());
  });
});

describe('runOrder', () => {
  it('lets a notebook wait for earlier ones that keep a network, where its code opens one', async (test) => {
    const folder = temporaryFolder(test);
    const found = await Promise.all((await notebooksIn(folder)).map(({ file }) => notRun(path.join(folder, file))));
    const order = runOrder(found).map(({ entry, after }) => [entry.file, ...after.map(({ file }) => file)]);
    assert.deepEqual(order, [
      ['04-trains.ipynb'],
      ['01-one.ipynb'],
      ['02-two.ipynb'],
      ['05-looks.ipynb', '04-trains.ipynb'],
      ['06-mentions.ipynb'],
    ]);
  });
});
