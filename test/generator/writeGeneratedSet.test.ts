import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { Jimp } from 'jimp';
import { loadCaptchas } from 'captcha-lab/report';
import { bundledFonts, generateCaptcha, readSetManifest, writeGeneratedSet } from 'captcha-lab/generator';
import { readImage } from 'captcha-lab/image';
import { assertSameImage } from '../assertSameImage';
import { temporaryFolder } from '../data/temporaryFolder';

describe('writeGeneratedSet', () => {
  it('numbers pictures of one text, and the loader takes them all for that text', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    const { manifest } = await writeGeneratedSet(folder, { count: 3, seed: 1, text: 'nw4x8' });
    assert.deepEqual(readdirSync(folder), ['manifest.json', 'nw4x8-2.png', 'nw4x8-3.png', 'nw4x8.png']);
    const captchas = await loadCaptchas(folder);
    assert.deepEqual(
      captchas.map(({ label }) => label),
      ['nw4x8', 'nw4x8', 'nw4x8'],
    );
    const { text, seed, file } = manifest.pictures[2];
    assertSameImage(await readImage(path.join(folder, file)), generateCaptcha({ text, seed }).image);
  });

  it('makes a folder that others may read as far as the user lets them', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    await writeGeneratedSet(folder, { count: 1, seed: 1 });
    const beside = path.join(path.dirname(folder), 'beside');
    mkdirSync(beside);
    assert.equal(statSync(folder).mode, statSync(beside).mode);
  });

  it('writes the steps apart, where the loader does not look', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    const set = { count: 2, seed: 1, steps: true };
    const { manifest } = await writeGeneratedSet(folder, set);
    assert.equal((await loadCaptchas(folder)).length, 2);
    const [{ text, seed }] = manifest.pictures;
    const inside = path.join(folder, 'steps', text);
    assert.deepEqual(readdirSync(inside), ['1text.png', '2ripple.png', '3noise.png', '4final.png']);
    const { steps, image } = generateCaptcha({ text, seed });
    for (const [name, expected] of [
      ['1text', steps.text],
      ['2ripple', steps.ripple],
      ['3noise', steps.noise],
    ] as const) {
      const { bitmap } = await Jimp.fromBuffer(readFileSync(path.join(inside, `${name}.png`)));
      assert.equal(Buffer.compare(bitmap.data, expected.data), 0, name);
    }
    assertSameImage(await readImage(path.join(inside, '4final.png')), image);

    assert.equal((await writeGeneratedSet(folder, set)).drawn, false);
    writeFileSync(path.join(inside, '1text.png'), '');
    assert.equal((await writeGeneratedSet(folder, set)).drawn, true);
    await writeGeneratedSet(folder, { count: 3, seed: 2, existing: 'replace' });
    assert.equal(existsSync(path.join(folder, 'steps')), false);
  });

  it('records what draws the set again', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    const [, font] = bundledFonts();
    const { manifest } = await writeGeneratedSet(folder, { count: 1, seed: 4, noise: false, fonts: [font] });
    const { recipe } = manifest;
    assert.deepEqual([recipe.count, recipe.seed, recipe.noise, recipe.text], [1, 4, false, null]);
    assert.deepEqual(
      recipe.fonts.map(({ file }) => file),
      ['DejaVuSansCondensed-Bold.ttf'],
    );
    assert.deepEqual(await readSetManifest(folder), manifest);
  });

  it('keeps another set unless told to replace it', async (test) => {
    const folder = path.join(temporaryFolder(test), 'set');
    await writeGeneratedSet(folder, { count: 2, seed: 1 });
    const before = readdirSync(folder);
    await assert.rejects(
      writeGeneratedSet(folder, { count: 2, seed: 2 }),
      /got another set \(2 pictures, seed 1\)/,
    );
    assert.deepEqual(readdirSync(folder), before);
    await writeGeneratedSet(folder, { count: 1, seed: 2, text: 'abc', existing: 'replace' });
    assert.deepEqual(readdirSync(folder), ['abc.png', 'manifest.json']);
    await assert.rejects(
      writeGeneratedSet(folder, { count: 1, seed: 2 }),
      /another set \(1 pictures of "abc", seed 2\)/,
    );
  });

  it('adds to files of others when told to, and never overwrites one', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(path.join(folder, 'notes.txt'), 'mine');
    const set = { count: 2, seed: 1, text: 'nn', existing: 'add' } as const;
    await writeGeneratedSet(folder, set);
    assert.deepEqual(readdirSync(folder), ['manifest.json', 'nn-2.png', 'nn.png', 'notes.txt']);
    await writeGeneratedSet(folder, { ...set, text: 'mm' });
    assert.deepEqual(readdirSync(folder), ['manifest.json', 'mm-2.png', 'mm.png', 'notes.txt']);

    writeFileSync(path.join(folder, 'xx-2.png'), 'mine');
    await assert.rejects(
      writeGeneratedSet(folder, { ...set, text: 'xx' }),
      /xx-2\.png: must not exist yet, got a file that the generator did not write/,
    );
    assert.deepEqual(readdirSync(folder), ['manifest.json', 'mm-2.png', 'mm.png', 'notes.txt', 'xx-2.png']);
    assert.equal(readFileSync(path.join(folder, 'xx-2.png'), 'utf8'), 'mine');

    const other = path.join(folder, 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'manifest.json'), '{}');
    await assert.rejects(writeGeneratedSet(other, set), /manifest\.json: must not exist yet/);
  });

  it('stops between two pictures and leaves nothing behind', async (test) => {
    const parent = temporaryFolder(test);
    const controller = new AbortController();
    const drawing = writeGeneratedSet(path.join(parent, 'set'), {
      count: 1000,
      seed: 1,
      signal: controller.signal,
      onProgress: () => {
        controller.abort(new Error('enough'));
      },
    });
    await assert.rejects(drawing, /enough/);
    assert.deepEqual(readdirSync(parent), []);
  });

  it('finds bad options before it writes anything', async (test) => {
    const parent = temporaryFolder(test);
    const folder = path.join(parent, 'deep', 'set');
    const refused = async (options: object, message: RegExp): Promise<void> => {
      await assert.rejects(writeGeneratedSet(folder, { count: 1, seed: 1, ...options }), message);
      assert.deepEqual(readdirSync(parent), []);
    };
    await refused({ count: 0 }, /count must be a whole number of at least 1, got 0/);
    await refused({ seed: 1.5 }, /seed must be a whole number, got 1.5/);
    await refused({ text: '' }, /text must have at least one character/);
    await refused({ text: 'mmmmmm' }, /must end by x = 195/);
    await refused({ text: '日' }, /has no character/);
    await refused({ fonts: [path.join(parent, 'no.ttf')] }, /Font .*no\.ttf: cannot be read/);
    for (const text of ['a/b', 'a\\b', '..', 'a:b', 'a\nb', 'con', 'a?']) {
      await refused({ text }, /cannot name a file\. Use letters and digits\./);
    }
  });
});
