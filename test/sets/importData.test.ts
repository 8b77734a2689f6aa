import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { DatasetError } from 'captcha-lab/data';
import { importData, type ImportProgress } from 'captcha-lab/sets';
import { loadCaptchas } from 'captcha-lab/report';
import { writeEmnist } from './idxFiles';
import { png, writePictures } from '../data/pictures';
import { realData } from '../data/realData';
import { temporaryFolder } from '../data/temporaryFolder';
import { zipArchive, type ZipMember } from './zipArchive';

/** A source and a data folder side by side. */
function workplace(test: TestContext) {
  const folder = temporaryFolder(test);
  const source = path.join(folder, 'source');
  mkdirSync(source);
  return { folder, source, into: path.join(folder, 'data') };
}

async function rejectsLeaving(
  into: string,
  attempt: Promise<unknown>,
  message: RegExp,
  left: readonly string[] = [],
) {
  await assert.rejects(attempt, (error: unknown) => {
    assert.ok(error instanceof DatasetError, String(error));
    assert.match(error.message, message);
    return true;
  });
  assert.deepEqual(existsSync(into) ? readdirSync(into) : [], left);
}

describe('importData from a folder', () => {
  it('takes the pictures, leaves other files, and tells what it checked', async (test) => {
    const { source, into } = workplace(test);
    await writePictures(source, '22222.png', 'nnnnn.png');
    writeFileSync(path.join(source, 'Thumbs.db'), '');
    const calls: ImportProgress[] = [];
    const result = await importData(source, { into, onProgress: (progress) => calls.push(progress) });
    const folder = path.join(into, 'captchas');
    assert.deepEqual(result, {
      kind: 'captchas',
      status: 'imported',
      folder,
      previous: null,
      counts: { captchas: 2 },
      leftOut: [],
      notes: [
        'Every picture was decoded, every label checked.',
        'The Kaggle set has 1070 CAPTCHAs; these are 2.',
        "The report's Table I does not come out.",
      ],
    });
    assert.deepEqual(readdirSync(into), ['captchas']);
    assert.deepEqual(readdirSync(folder), ['22222.png', 'nnnnn.png']);
    assert.deepEqual(
      readFileSync(path.join(folder, 'nnnnn.png')),
      readFileSync(path.join(source, 'nnnnn.png')),
    );
    assert.deepEqual(
      calls.map(({ step, done, total }) => `${step} ${done}/${total}`),
      ['unpack 1/2', 'unpack 2/2', 'verify 1/2', 'verify 2/2'],
    );
  });

  it('finds the pictures of an unpacked archive, which has them twice', async (test) => {
    const { source, into } = workplace(test);
    const inner = path.join(source, 'samples', 'samples');
    mkdirSync(inner, { recursive: true });
    await writePictures(path.dirname(inner), '22222.png', '33333.png');
    await writePictures(inner, '22222.png', '33333.png');
    assert.deepEqual((await importData(source, { into })).counts, { captchas: 2 });
  });

  it('refuses two different pictures of one name', async (test) => {
    const { source, into } = workplace(test);
    mkdirSync(path.join(source, 'more'));
    await writePictures(source, '22222.png', '33333.png');
    await writePictures(path.join(source, 'more'), '33333.png');
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /Import of captchas: 33333\.png: files of one name must be the same, got different ones at .*33333\.png and .*33333\.png\. Remove/,
    );
  });

  it('changes nothing when the same data are there, and keeps what it replaces', async (test) => {
    const { source, into } = workplace(test);
    await writePictures(source, '22222.png', '33333.png');
    await importData(source, { into });
    const folder = path.join(into, 'captchas');
    writeFileSync(path.join(folder, '.DS_Store'), '');
    assert.equal((await importData(source, { into })).status, 'identical');
    assert.equal((await importData(folder, { into })).status, 'identical');

    await writePictures(source, '33333.png', '44444.png');
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /captchas: must be free, or a folder with the same data, got other data \(2 files: 1 of the new ones missing, 1 different, 0 not among them\)\. To use the new data, import again with --replace \(replace: true\); what is there is kept as .*captchas\.old-1\./,
      ['captchas'],
    );
    const replaced = await importData(source, { into, replace: true });
    assert.deepEqual([replaced.status, replaced.previous], ['replaced', `${folder}.old-1`]);
    assert.deepEqual(readdirSync(`${folder}.old-1`), ['.DS_Store', '22222.png', '33333.png']);
    assert.deepEqual(readdirSync(folder), ['22222.png', '33333.png', '44444.png']);

    rmSync(path.join(source, '22222.png'));
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /0 of the new ones missing, 0 different, 1 not among/,
      ['captchas', 'captchas.old-1'],
    );
    assert.equal((await importData(source, { into, replace: true })).previous, `${folder}.old-2`);
  });

  it('uses an empty folder that waits for the data', async (test) => {
    const { source, into } = workplace(test);
    await writePictures(source, '22222.png');
    mkdirSync(path.join(into, 'captchas'), { recursive: true });
    assert.equal((await importData(source, { into })).status, 'imported');
  });

  it('lists every bad picture and leaves nothing behind', async (test) => {
    const { source, into } = workplace(test);
    await writePictures(source, '22222.png', 'logo.png');
    writeFileSync(path.join(source, '33333.png'), (await png()).subarray(0, 50));
    symlinkSync('nowhere', path.join(source, '44444.png'));
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /44444\.png: must be readable, got nothing there/,
    );
    rmSync(path.join(source, '44444.png'));
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /^CAPTCHAs: 2 problems\n {2}33333\.png: the file must be a whole picture.*\n {2}logo\.png: the name must begin with 5/,
    );
  });

  it('imports EMNIST, its five files only, and says when it is not the whole', async (test) => {
    const { source, into } = workplace(test);
    const names = writeEmnist(source, { labels: [2, 43, 13] });
    writeFileSync(path.join(source, 'emnist-letters-mapping.txt'), '');
    const result = await importData(source, { into });
    assert.deepEqual([result.kind, result.counts], ['emnist', { train: 3, test: 3 }]);
    assert.deepEqual(result.notes, [
      'Every file is whole; 2 + 2 pictures are of the 19 characters.',
      'The published set has 112800 + 18800 pictures; these are 3 + 3.',
    ]);
    assert.deepEqual(readdirSync(result.folder), names.toSorted());
    assert.equal((await importData(source, { into })).status, 'identical');
  });

  it('refuses EMNIST that is incomplete or damaged', async (test) => {
    const { source, into } = workplace(test);
    const [, images, labels] = writeEmnist(source);
    const bytes = readFileSync(path.join(source, images));
    writeFileSync(path.join(source, images), bytes.subarray(0, bytes.length - 9));
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /train-images-idx3-ubyte\.gz: must be whole gzip, got one cut short/,
    );
    rmSync(path.join(source, labels));
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /must hold the four files of EMNIST balanced \(and its mapping, unless it is NIST's\), got a part, without emnist-balanced-train-labels-idx1-ubyte\.gz\. Expected is EMNIST: NIST's gzip\.zip/,
    );
  });

  it('tells what is expected when the source is something else', async (test) => {
    const { folder, source, into } = workplace(test);
    const expected =
      /Expected is the CAPTCHAs: Kaggle's archive\.zip of fournierp\/captcha-version-2-images.*; or EMNIST/;
    const file = path.join(folder, 'file');
    await rejectsLeaving(
      into,
      importData(path.join(folder, 'gone'), { into }),
      /gone: must be a zip archive or a folder, got nothing there\./,
    );
    await rejectsLeaving(into, importData(path.join(folder, 'gone'), { into }), expected);
    await rejectsLeaving(
      into,
      importData('https://www.kaggle.com/x', { into }),
      /got a web address\. Download the archive with a browser/,
    );
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /must hold pictures \(\.png, [a-z., ]* or \.bmp\) or the files of EMNIST balanced, got 0 other files\. Expected/,
    );
    writeFileSync(path.join(source, 'emnist-balanced.mat'), '');
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /got EMNIST's Matlab files, emnist-balanced\.mat\. Fetch NIST's gzip\.zip/,
    );
    writeFileSync(file, '');
    await rejectsLeaving(
      into,
      importData(file, { into }),
      /file: must be a zip archive or a folder, got an empty file: the download failed\. Download it again\. Expected/,
    );
    writeFileSync(file, 'Rar!');
    await rejectsLeaving(
      into,
      importData(file, { into }),
      /got a RAR archive\. Unpack it yourself and give the folder\. Expected/,
    );
    writeFileSync(file, 'plain text');
    await rejectsLeaving(into, importData(file, { into }), /got another kind of file\. Expected/);
    writeFileSync(file, Buffer.of(0x1f, 0x8b, 8, 0));
    await rejectsLeaving(
      into,
      importData(file, { into }),
      /got a single file\. Give the folder that holds all the emnist-balanced files/,
    );
    await writePictures(source, '22222.png');
    writeEmnist(source);
    await rejectsLeaving(
      into,
      importData(source, { into }),
      /must hold either CAPTCHAs or EMNIST, got both \(1 picture, 5 files of EMNIST\)\. Give/,
    );
  });

  it('names a data folder that cannot be written', async (test) => {
    const { folder, source } = workplace(test);
    await writePictures(source, '22222.png');
    const into = path.join(folder, 'file');
    writeFileSync(into, '');
    await assert.rejects(
      importData(source, { into }),
      /Import: .*file: must be a folder that can be written, got/,
    );
    mkdirSync(path.join(folder, 'data'));
    writeFileSync(path.join(folder, 'data', 'captchas'), '');
    await assert.rejects(
      importData(source, { into: path.join(folder, 'data') }),
      /captchas: must be free, or a folder with the same data, got a file, not a folder/,
    );
  });

  it('clears away what a killed import has left, and nothing of a running one', async (test) => {
    const { source, into } = workplace(test);
    await writePictures(source, '22222.png');
    // Process ids stay below 2^22 on Linux; 1 always runs.
    for (const name of ['.importing-99999999-abcdef', '.importing-1-abcdef'])
      mkdirSync(path.join(into, name), { recursive: true });
    await importData(source, { into });
    assert.deepEqual(readdirSync(into), ['.importing-1-abcdef', 'captchas']);
  });

  const real = realData('captchas');
  it('imports the real CAPTCHAs: 1070, Table I exact', { skip: real.skip }, async (test) => {
    const { into } = workplace(test);
    const result = await importData(real.path, { into });
    assert.deepEqual(result.counts, { captchas: 1070 });
    assert.deepEqual(result.notes, [
      'Every picture was decoded, every label checked.',
      "The report's Table I comes out exactly.",
    ]);
  });
});

describe('importData from a zip archive', () => {
  function importZip(test: TestContext, members: readonly ZipMember[], change = (zip: Buffer) => zip) {
    const { folder, into } = workplace(test);
    const file = path.join(folder, 'archive.zip');
    writeFileSync(file, change(zipArchive(members)));
    return { into, attempt: importData(file, { into }) };
  }
  const picture = async (name: string, more: Partial<ZipMember> = {}): Promise<ZipMember> => ({
    name,
    bytes: await png(),
    ...more,
  });

  it('takes the pictures wherever they lie, once, without shadows and folders', async (test) => {
    const none = Buffer.alloc(0);
    const { attempt } = importZip(test, [
      { name: 'samples/', bytes: none, stored: true },
      await picture('samples/22222.png'),
      await picture('samples/33333.png', { stored: true }),
      { name: 'samples/samples/', bytes: none, stored: true },
      await picture('samples/samples/22222.png'),
      { name: '__MACOSX/samples/._22222.png', bytes: Buffer.from('shadow') },
      { name: '__MACOSX/samples/44444.png', bytes: Buffer.from('shadow') },
      { name: 'samples/read me.txt', bytes: Buffer.from('text') },
    ]);
    const { folder, counts } = await attempt;
    assert.deepEqual(counts, { captchas: 2 });
    assert.deepEqual(
      (await loadCaptchas(folder)).map(({ label }) => label),
      ['22222', '33333'],
    );
  });

  it("takes EMNIST balanced out of NIST's archive of all the sets", async (test) => {
    const { source } = workplace(test);
    const members = writeEmnist(source).map((name) => ({
      name: `gzip/${name}`,
      bytes: readFileSync(path.join(source, name)),
    }));
    const letters = {
      name: 'gzip/emnist-letters-train-images-idx3-ubyte.gz',
      bytes: Buffer.from('not looked at'),
    };
    const { attempt } = importZip(test, [letters, ...members]);
    assert.deepEqual((await attempt).counts, { train: 4, test: 4 });
  });

  it('refuses an archive that is damaged or made to do harm, and leaves nothing', async (test) => {
    const good = await picture('22222.png');
    const cases: [string, readonly ZipMember[], RegExp, ((zip: Buffer) => Buffer)?][] = [
      [
        'cut short',
        [good],
        /archive\.zip: must be a whole zip archive, got a damaged one, or one cut short \(.*\)\. Download it again/,
        (zip) => zip.subarray(0, zip.length - 30),
      ],
      [
        'a path upwards',
        [{ ...good, name: '../22222.png' }],
        /must hold only paths inside itself, got invalid relative path: \.\.\/22222\.png\. Do not trust/,
      ],
      [
        'an absolute path',
        [{ ...good, name: '/tmp/22222.png' }],
        /must hold only paths inside itself, got absolute path/,
      ],
      [
        'encrypted',
        [{ ...good, encrypted: true }],
        /22222\.png: must be a plain zip member, got an encrypted one\. Unpack/,
      ],
      [
        'an odd method',
        [{ ...good, method: 14 }],
        /22222\.png: must be a plain zip member, got compression method 14\./,
      ],
      [
        'a bomb that says so',
        [{ ...good, bytes: Buffer.alloc(2 ** 20 + 1) }],
        /22222\.png: must have at most 1048576 bytes, got 1048577\./,
      ],
      [
        'a bomb that lies',
        [{ ...good, bytes: Buffer.alloc(2 ** 20 + 1), claimedSize: 1000 }],
        /22222\.png: must be a whole zip member, got a damaged one \(.*\)\. Download/,
      ],
      ['too short', [{ ...good, claimedSize: 100_000 }], /must be a whole zip member, got a damaged one/],
      [
        'a wrong checksum',
        [{ ...good, claimedChecksum: 1 }],
        /22222\.png: must be a whole zip member, got one with another checksum/,
      ],
      ['nothing of use', [{ ...good, name: 'notes.txt' }], /got 1 other file\. Expected is/],
      ['nothing at all', [], /got 0 other files\. Expected is/],
    ];
    for (const [name, members, message, change] of cases) {
      await test.test(name, async (sub) => {
        const { into, attempt } = importZip(sub, members, change);
        await rejectsLeaving(into, attempt, message);
      });
    }
  });

  it(
    'leaves no file open',
    { skip: process.platform !== 'linux' && 'counts /proc/self/fd' },
    async (test) => {
      const open = () => readdirSync('/proc/self/fd').length;
      await importZip(test, [await picture('22222.png')]).attempt;
      const before = open();
      for (const more of [{}, { encrypted: true }, { name: '../22222.png' }, { claimedChecksum: 1 }]) {
        await importZip(test, [await picture('22222.png', more)]).attempt.catch(() => undefined);
      }
      assert.ok(open() <= before);
    },
  );
});
