import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { wayOfCaptcha } from '../../scripts/picture/wayOfCaptcha';
import { waySvg } from '../../scripts/picture/waySvg';

const ROOT = path.resolve(__dirname, '../..');
const TEXT = '7ex5b';

describe("one CAPTCHA's way in docs/house.md", () => {
  it('names, in order, files of lib that hold the function they are named after', async () => {
    for (const { file } of await wayOfCaptcha({ text: TEXT, seed: 5 })) {
      const found = (await import(path.join(ROOT, file))) as Record<string, unknown>;
      assert.equal(typeof found[path.basename(file, '.ts')], 'function', file);
    }
  });

  it('is drawn as it is gone, and ends with the right text', async () => {
    const steps = await wayOfCaptcha({ text: TEXT, seed: 5 });
    assert.equal(steps.at(-1)!.shows, TEXT);
    const drawn = readFileSync(path.join(ROOT, 'docs/pictures/way.svg'), 'utf8');
    // Percentages may end in another digit on another processor.
    const plain = (svg: string) => svg.replace(/\d+%/g, '%');
    assert.equal(
      plain(drawn),
      plain(await waySvg(steps)),
      'draw it anew: node --import tsx scripts/picture.ts',
    );
  });
});
