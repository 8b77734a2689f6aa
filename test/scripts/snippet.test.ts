import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.resolve(__dirname, '../..');

describe('the snippet of docs/use.md', () => {
  it('runs as printed inside the clone, and leaves the picture it names', () => {
    const code = /```ts\n(.*?)```/s.exec(readFileSync(path.join(ROOT, 'docs/use.md'), 'utf8'))?.[1] ?? '';
    mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
    const folder = mkdtempSync(path.join(ROOT, '.cache', 'snippet-'));
    try {
      writeFileSync(path.join(folder, 'my.ts'), code);
      const options = {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json') },
      } as const;
      const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'my.ts'], options);
      assert.equal(stdout, `${Array<string>(5).fill('21 x 38').join(', ')}\n`, stderr);
      assert.ok(existsSync(path.join(folder, 'my-first.png')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
