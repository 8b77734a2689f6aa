import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readImage } from 'captcha-lab/image';

const ROOT = path.resolve(__dirname, '../..');

/** Runs the first TypeScript of a page as a file of its own inside the clone; resolves with what `look` makes of its folder and output. */
async function runSnippet<T>(page: string, look: (folder: string, stdout: string) => T): Promise<Awaited<T>> {
  const code = /```ts\n(.*?)```/s.exec(readFileSync(path.join(ROOT, page), 'utf8'))?.[1] ?? '';
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, '.cache', 'snippet-'));
  try {
    writeFileSync(path.join(folder, 'my.ts'), code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'my.ts'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json') },
    });
    assert.equal(status, 0, stderr);
    return await look(folder, stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the snippet of docs/use.md', () => {
  it('runs as printed inside the clone, and leaves the picture it names', async () => {
    await runSnippet('docs/use.md', (folder, stdout) => {
      assert.equal(stdout, `${Array<string>(5).fill('21 x 38').join(', ')}\n`);
      assert.ok(existsSync(path.join(folder, 'my-first.png')));
    });
  });
});

describe('the snippet of docs/library.md', () => {
  it('trains a network that reads far better than by chance, and saves its curves and a heat map', async () => {
    await runSnippet('docs/library.md', async (folder, stdout) => {
      const [, correct, n] = /^test characters: (\d+)\/(\d+) = /.exec(stdout) ?? [];
      assert.equal(n, '120', stdout);
      assert.ok(Number(correct) > 30, stdout);
      const { width, height } = await readImage(path.join(folder, 'my-heat-map.png'));
      assert.deepEqual([width, height], [21, 38]);
      const figure = readFileSync(path.join(folder, 'my-training.html'), 'utf8');
      assert.ok(figure.includes('Accuracy and loss over 12 epochs of training'));
    });
  });
});
