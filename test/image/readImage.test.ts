import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fromRows, readImage, writeImage } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';

describe('readImage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'captcha-lab-'));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('reads what writeImage wrote', async () => {
    const image = fromRows([
      [0, 128],
      [255, 7],
    ]);
    await writeImage(join(folder, 'a.png'), image);
    assertSameImage(await readImage(join(folder, 'a.png')), image);
  });

  it('names the file that it cannot decode', async () => {
    const path = join(folder, 'b.png');
    writeFileSync(path, 'no picture');
    await assert.rejects(readImage(path), {
      message: `${path}: not a picture; only PNG, JPEG, WebP, GIF and BMP can be read`,
    });
  });

  it('passes on that a file is missing', async () => {
    await assert.rejects(readImage(join(folder, 'missing.png')), { code: 'ENOENT' });
  });
});
