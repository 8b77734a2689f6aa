import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fromRows, readImage, toRows, writeImage } from 'captcha-lab/image';

describe('writeImage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'captcha-lab-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('replaces a file of that name and leaves nothing else behind', async () => {
    const path = join(folder, 'a.PNG');
    await writeImage(path, fromRows([[1, 2]]));
    await writeImage(path, fromRows([[3, 4, 5]]));
    assert.deepEqual(toRows(await readImage(path)), [[3, 4, 5]]);
    assert.deepEqual(readdirSync(folder), ['a.PNG']);
  });

  it('refuses a name that does not end in .png', async () => {
    await assert.rejects(
      writeImage(join(folder, 'a.jpg'), fromRows([[1]])),
      /path must end in .png, got .*a\.jpg/,
    );
  });

  it('passes on that the folder is missing', async () => {
    await assert.rejects(writeImage(join(folder, 'none', 'a.png'), fromRows([[1]])), { code: 'ENOENT' });
  });
});
