import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DatasetError } from 'captcha-lab/data';
import { encodeRgbaPng, rgbaImage } from 'captcha-lab/image';
import { frequencies, loadCaptchas, TABLE_I } from 'captcha-lab/report';
import { png, writePictures } from '../data/pictures';
import { realData } from '../data/realData';
import { temporaryFolder } from '../data/temporaryFolder';

const real = realData('captchas');

describe('loadCaptchas', () => {
  it('reads the pictures in code-unit order, ignoring other files, hidden ones and sub-folders', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, 'yyyyy.png', '22222.PNG', 'bbbbb-2.png', 'bbbbb.png');
    for (const name of ['manifest.json', '.DS_Store', 'Thumbs.db', '._22222.png', 'bbbbb.tif']) {
      writeFileSync(path.join(folder, name), 'not a picture');
    }
    mkdirSync(path.join(folder, '55555.png'));
    await writePictures(path.join(folder, '55555.png'), '66666.png');
    const captchas = await loadCaptchas(folder);
    assert.deepEqual(
      captchas.map(({ file, label, image }) => [file, label, image.width, image.height, image.data[9999]]),
      [
        ['22222.PNG', '22222', 200, 50, 1],
        ['bbbbb-2.png', 'bbbbb', 200, 50, 2],
        ['bbbbb.png', 'bbbbb', 200, 50, 3],
        ['yyyyy.png', 'yyyyy', 200, 50, 0],
      ],
    );
  });

  it('counts each file once in its progress', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '22222.png', '33333.png', '44444.png');
    const calls: number[][] = [];
    await loadCaptchas(folder, { onProgress: (...call) => calls.push(call) });
    assert.deepEqual(calls, [
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('lets others have their turn while it reads', async (test) => {
    const folder = temporaryFolder(test);
    const names = Array.from({ length: 40 }, (_, index) => `22222-${index}.png`);
    const bytes = await png();
    for (const name of names) writeFileSync(path.join(folder, name), bytes);
    let turns = 0;
    let loading = true;
    const count = (): void => {
      turns++;
      if (loading) setImmediate(count);
    };
    setImmediate(count);
    const seen: number[] = [];
    await loadCaptchas(folder, { onProgress: () => seen.push(turns) });
    loading = false;
    assert.ok(seen[39] - seen[0] >= 2, `${seen[39] - seen[0]} turns between the first file and the last`);
  });

  it('reads files of any length whole', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '22222.png', '33333.png');
    // What follows a PNG's end is ignored; 65,536 bytes and more need more room than is set aside at first.
    for (const extra of [65_536 - (await png()).length, 200_000]) {
      writeFileSync(path.join(folder, '22222.png'), Buffer.concat([await png(), Buffer.alloc(extra)]));
      const images = (await loadCaptchas(folder)).map(({ image }) => image.data[0]);
      assert.equal(images.length, 2);
    }
    writeFileSync(path.join(folder, '22222.png'), Buffer.concat([Buffer.alloc(100_000), await png()]));
    await assert.rejects(
      loadCaptchas(folder),
      /22222\.png: .* got not a picture; only PNG, JPEG, WebP, GIF and BMP can be read \(1\d{5} bytes\)/,
    );
  });

  it('lists every bad file with the rule it breaks', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '22222.png', '226m.png', '226ma.png', '3bnfnd.png');
    writeFileSync(path.join(folder, '33333.png'), (await png()).subarray(0, 60));
    writeFileSync(path.join(folder, '44444.jpg'), 'no picture at all');
    writeFileSync(path.join(folder, '55555.png'), '');
    writeFileSync(path.join(folder, '66666.png'), await png({ height: 51 }));
    writeFileSync(path.join(folder, '66667.png'), await png({ width: 199 }));
    symlinkSync(path.join(folder, 'gone'), path.join(folder, '77777.png'));
    await assert.rejects(loadCaptchas(folder), (error: unknown) => {
      assert.ok(error instanceof DatasetError);
      assert.match(
        error.message,
        /^CAPTCHAs in .* \(8 of 10 files are bad\): 8 problems\n {2}226m\.png: .*\n/,
      );
      assert.match(error.message, /\nTo leave them out, pass onBad: 'skip'\.$/);
      const rules = error.problems.map(({ file, rule, received }) => `${file}: ${rule}, got ${received}`);
      const expected = [
        /^226m\.png: the name must begin with 5/,
        /^226ma\.png: the label, the first 5 characters, must be of 2345678bcdefgmnpwxy, got 'a'$/,
        /^33333\.png: the file must be a whole picture, got PNG file cannot be decoded: .* \(60 bytes\)$/,
        /^44444\.jpg: the file must be a whole picture/,
        /^55555\.png: the file must be a whole picture, got an empty file$/,
        /^66666\.png: the picture must be 200 x 50 pixels, got 200 x 51$/,
        /^66667\.png: the picture must be 200 x 50 pixels, got 199 x 50$/,
        /^77777\.png: the file must be readable, got nothing there$/,
      ];
      assert.equal(rules.length, expected.length);
      expected.forEach((pattern, index) => {
        assert.match(rules[index], pattern);
      });
      return true;
    });
  });

  it(
    'names a file it may not read',
    { skip: process.getuid?.() === 0 && 'root may read anything' },
    async (test) => {
      const folder = temporaryFolder(test);
      await writePictures(folder, '22222.png', '33333.png');
      chmodSync(path.join(folder, '33333.png'), 0);
      await assert.rejects(
        loadCaptchas(folder),
        /33333\.png: the file must be readable, got no permission\. Change its/,
      );
    },
  );

  it('says once which pictures are transparent, and have them on white', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '22222.png');
    for (const name of ['33333.png', '44444.PNG']) {
      writeFileSync(path.join(folder, name), encodeRgbaPng(rgbaImage(200, 50)));
    }
    const warnings: string[] = [];
    const captchas = await loadCaptchas(folder, { onWarning: (text) => warnings.push(text) });
    assert.deepEqual(
      captchas.map(({ image }) => image.data[0]),
      [0, 255, 255],
    );
    assert.deepEqual(warnings, [
      `2 pictures in ${folder} (33333.png, 44444.PNG): transparent, and composed on white`,
    ]);
  });

  it('leaves bad files out with one warning when asked to', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '22222.png', '226m.png', 'AAAAA.png');
    const warnings: string[] = [];
    const captchas = await loadCaptchas(folder, { onBad: 'skip', onWarning: (text) => warnings.push(text) });
    assert.deepEqual(
      captchas.map(({ file }) => file),
      ['22222.png'],
    );
    assert.equal(warnings.length, 1);
    assert.match(
      warnings[0],
      /^Left out: CAPTCHAs in .* \(2 of 3 files are bad\): 2 problems\n {2}226m\.png.*\n {2}AAAAA\.png/,
    );
  });

  it('fails even then when all files are bad, without advising to skip them', async (test) => {
    const folder = temporaryFolder(test);
    await writePictures(folder, '226m.png');
    await assert.rejects(loadCaptchas(folder, { onBad: 'skip' }), (error: unknown) => {
      assert.ok(error instanceof DatasetError);
      assert.match(error.message, /\(1 of 1 files are bad\): 226m\.png/);
      assert.doesNotMatch(error.message, /onBad/);
      return true;
    });
  });

  it('tells a missing folder, a file, an empty folder and one whose pictures lie deeper apart', async (test) => {
    const folder = temporaryFolder(test);
    const file = path.join(folder, 'notes.txt');
    await assert.rejects(
      loadCaptchas(path.join(folder, 'gone')),
      /gone: must be a folder of pictures, got nothing there\. Check the path\./,
    );
    await assert.rejects(
      loadCaptchas(folder),
      /must hold pictures \(\.png, [a-z., ]* or \.bmp\) directly, got 0 other files and 0 sub-folders\. Give the folder/,
    );
    writeFileSync(file, '');
    await assert.rejects(
      loadCaptchas(file),
      /notes\.txt: must be a folder of pictures, got a file, not a folder/,
    );
    mkdirSync(path.join(folder, 'samples'));
    await writePictures(path.join(folder, 'samples'), '22222.png');
    await assert.rejects(
      loadCaptchas(folder),
      /got 1 other file and 1 sub-folder\. Sub-folders are not searched; did you mean .*samples\?/,
    );
  });

  it('refuses unknown options', async () => {
    await assert.rejects(
      // @ts-expect-error: not a choice
      loadCaptchas('.', { onBad: 'ignore' }),
      /TypeError: loadPictures: onBad must be 'throw' or 'skip', got "ignore"/,
    );
    await assert.rejects(
      // @ts-expect-error: not a choice
      loadCaptchas('.', { labels: 'mine' }),
      /TypeError: loadCaptchas: labels must be 'report' or 'corrected', got "mine"/,
    );
  });

  it(
    'leaves no file open',
    { skip: process.platform !== 'linux' && 'counts /proc/self/fd' },
    async (test) => {
      const folder = temporaryFolder(test);
      await writePictures(folder, '22222.png', '33333.png');
      writeFileSync(path.join(folder, '44444.png'), 'no picture');
      await loadCaptchas(folder, { onBad: 'skip', onWarning: () => undefined });
      const before = readdirSync('/proc/self/fd').length;
      for (let round = 0; round < 5; round++)
        await loadCaptchas(folder, { onBad: 'skip', onWarning: () => undefined });
      assert.ok(readdirSync('/proc/self/fd').length <= before);
    },
  );

  it('reads the 1070 real CAPTCHAs and gives Table I exactly', { skip: real.skip }, async () => {
    const captchas = await loadCaptchas(real.path);
    assert.equal(captchas.length, 1070);
    assert.equal(captchas.filter(({ file }) => file.endsWith('.jpg')).length, 30);
    assert.deepEqual(frequencies(captchas), TABLE_I);
    assert.deepEqual(
      captchas.map(({ file }) => file),
      captchas.map(({ file }) => file).sort(),
    );
    const corrected = await loadCaptchas(real.path, { labels: 'corrected' });
    const changed = corrected.filter(({ label }, index) => label !== captchas[index].label);
    assert.deepEqual(
      changed.map(({ file, label }) => [file, label]),
      [['3bnfnd.png', '3bfnd']],
    );
  });
});
