import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { generateCaptcha } from 'captcha-lab/generator';
import {
  encodePng,
  encodeRgbaPng,
  type GreyImage,
  greyImage,
  ImageFileError,
  rgbaImage,
} from 'captcha-lab/image';
import { captchaFromFile, readFiles, type FileReading, type Reading } from 'captcha-lab/reader';
import { temporaryFolder } from '../data/temporaryFolder';
import { pngFile } from '../../lib/image/pngFile';

/** A reader that reads each picture's first pixel, and keeps how many it was given at a time. */
function firstPixelReader(): { batches: number[]; read: (images: readonly GreyImage[]) => Reading[] } {
  const batches: number[] = [];
  return {
    batches,
    read(images) {
      batches.push(images.length);
      return images.map(({ data }) => ({
        text: String(data[0]),
        confidence: 1,
        characters: [],
        distributions: [],
      }));
    },
  };
}

const plain = (grey: number): Promise<Buffer> =>
  encodePng(greyImage(200, 50, new Uint8Array(10_000).fill(grey)));

async function all(readings: AsyncIterable<FileReading>): Promise<FileReading[]> {
  const found: FileReading[] = [];
  for await (const each of readings) found.push(each);
  return found;
}

describe('readFiles', () => {
  it('keeps the order, reads in batches, and gives a bad file its error while the others go on', async (test) => {
    const folder = temporaryFolder(test);
    const files = [1, 7, 5, 3, 2].map((grey) => path.join(folder, `${grey}.png`));
    for (const file of files) writeFileSync(file, await plain(Number(path.parse(file).name)));
    writeFileSync(files[0], 'no picture');
    const reader = firstPixelReader();
    const found = await all(readFiles(reader, files, { batchSize: 3 }));
    assert.deepEqual(
      found.map(({ file, reading, error }) => [path.parse(file).name, reading?.text ?? error?.reason]),
      [
        ['1', 'not a picture; only PNG, JPEG, WebP, GIF and BMP can be read'],
        ['7', '7'],
        ['5', '5'],
        ['3', '3'],
        ['2', '2'],
      ],
    );
    assert.deepEqual(reader.batches, [2, 2]);
    assert.deepEqual(await all(readFiles(reader, [])), []);
  });

  it('gives what is to be said of a picture with its reading', async (test) => {
    const folder = temporaryFolder(test);
    const [clear, plainOne] = ['clear.png', 'plain.png'].map((name) => path.join(folder, name));
    writeFileSync(clear, encodeRgbaPng(rgbaImage(200, 50)));
    writeFileSync(plainOne, await plain(7));
    const found = await all(readFiles(firstPixelReader(), [clear, plainOne]));
    assert.deepEqual(
      found.map((each) => [each.reading?.text, 'warnings' in each && each.warnings]),
      [
        ['255', ['transparent, and composed on white']],
        ['7', []],
      ],
    );
  });

  it('opens no file of the next batch before this one is taken', async (test) => {
    const folder = temporaryFolder(test);
    const [first, second] = ['a.png', 'b.png'].map((name) => path.join(folder, name));
    writeFileSync(first, await plain(1));
    const readings = readFiles(firstPixelReader(), [first, second], { batchSize: 1 });
    assert.equal(((await readings.next()).value as FileReading).reading?.text, '1');
    writeFileSync(second, await plain(2));
    assert.equal(((await readings.next()).value as FileReading).reading?.text, '2');
  });

  it('refuses a batch size that is no count, and passes on what the reader throws', async (test) => {
    const reader = firstPixelReader();
    await assert.rejects(
      all(readFiles(reader, [], { batchSize: 0 })),
      /batchSize must be a whole number of at least 1, got 0/,
    );
    const file = path.join(temporaryFolder(test), 'a.png');
    writeFileSync(file, await plain(1));
    const broken = { read: () => assert.fail('the network is gone') };
    await assert.rejects(all(readFiles(broken, [file])), /the network is gone/);
  });
});

describe('captchaFromFile', () => {
  it('gives the picture in grey', async (test) => {
    const { image } = generateCaptcha({ seed: 1 });
    const file = path.join(temporaryFolder(test), 'x.png');
    writeFileSync(file, await encodePng(image));
    assert.deepEqual(await captchaFromFile(file), image);
  });

  it('refuses, naming the file and the reason, whatever is no CAPTCHA', async (test) => {
    const folder = temporaryFolder(test);
    const at = (name: string): string => path.join(folder, name);
    const refused = async (name: string, reason: RegExp): Promise<void> => {
      await assert.rejects(captchaFromFile(at(name)), (error) => {
        assert.ok(error instanceof ImageFileError && error.file === at(name), name);
        assert.match(error.reason, reason);
        return true;
      });
    };
    const png = await plain(9);
    writeFileSync(at('cut.png'), png.subarray(0, png.length - 20));
    writeFileSync(at('header.png'), png.subarray(0, 20));
    writeFileSync(at('wide.png'), await encodePng(greyImage(201, 50, new Uint8Array(201 * 50))));
    writeFileSync(at('turned.png'), await encodePng(greyImage(50, 200, new Uint8Array(10_000))));
    writeFileSync(at('empty.png'), '');
    writeFileSync(at('long.png'), '');
    truncateSync(at('long.png'), 5_000_000_000);
    mkdirSync(at('folder.png'));
    symlinkSync('nowhere.png', at('link.png'));
    await refused('cut.png', /truncated/);
    await refused('header.png', /truncated/);
    await refused('wide.png', /^must be 200 x 50 pixels, is 201 x 50$/);
    await refused('turned.png', /^must be 200 x 50 pixels, is 50 x 200$/);
    await refused('empty.png', /^an empty file: the download failed/);
    await refused('long.png', /^a CAPTCHA's file must have at most 4000000 bytes, has 5000000000$/);
    await refused('folder.png', /^a folder, not a picture$/);
    await refused('link.png', /^cannot be read: nothing there\. Check the path\.$/);
    await refused('nowhere.png', /^cannot be read: nothing there/);
  });

  it('refuses a huge picture by its header, without decoding it', async (test) => {
    const folder = temporaryFolder(test);
    // Both would decode to their end; the second is within what decodeImage allows.
    const files = [
      [30_000, deflateSync(Buffer.alloc(9))] as const,
      [7000, deflateSync(Buffer.alloc(1 << 20))] as const,
    ];
    for (const [side, data] of files) {
      const file = path.join(folder, `${side}.png`);
      const bytes = pngFile(new Uint8Array(), { width: side, height: side, colourType: 0 });
      writeFileSync(file, Buffer.concat([bytes, data]));
      await assert.rejects(
        captchaFromFile(file),
        new RegExp(`must be 200 x 50 pixels, is ${side} x ${side}$`),
      );
    }
  });

  it('refuses a file that it has no permission for', { skip: process.platform === 'win32' }, async (test) => {
    const file = path.join(temporaryFolder(test), 'secret.png');
    writeFileSync(file, await plain(1));
    chmodSync(path.dirname(file), 0o755);
    chmodSync(file, 0);
    // Root may read everything; as nobody it may not.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    try {
      await assert.rejects(captchaFromFile(file), /cannot be read: no permission\. Change its permissions/);
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  it(
    'refuses a pipe instead of waiting for who writes into it',
    { skip: process.platform === 'win32' },
    async (test) => {
      const pipe = path.join(temporaryFolder(test), 'pipe.png');
      assert.equal(spawnSync('mkfifo', [pipe]).status, 0);
      await assert.rejects(captchaFromFile(pipe), /not a plain file$/);
    },
  );
});
