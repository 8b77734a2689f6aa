import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { importData, setImportAside, surveyData } from 'captcha-lab/sets';
import { loadCaptchas } from 'captcha-lab/report';
import { png, writePictures } from '../data/pictures';
import { temporaryFolder } from '../data/temporaryFolder';
import { zipArchive } from './zipArchive';

function places(test: TestContext) {
  const folder = temporaryFolder(test);
  const source = path.join(folder, 'source');
  mkdirSync(path.join(source, 'more'), { recursive: true });
  return { folder, source, into: path.join(folder, 'data') };
}

describe('importData with onBad: skip', () => {
  it('leaves out whatever is bad, says so, and keeps a record beside the pictures', async (test) => {
    const { source, into } = places(test);
    await writePictures(source, '22222.png', '33333.png', 'logo.png', '55555.png');
    writeFileSync(path.join(source, '44444.png'), (await png()).subarray(0, 50));
    writeFileSync(path.join(source, '66666.png'), Buffer.alloc(2 ** 20 + 1));
    writeFileSync(path.join(source, '77777.png.crdownload'), 'PNG');
    writeFileSync(path.join(source, 'more', '55555.png'), await png());
    symlinkSync('nowhere', path.join(source, '88888.png'));
    const { folder, counts, leftOut } = await importData(source, { into, onBad: 'skip' });
    const files = ['44444.png', '55555.png', '66666.png', '77777.png.crdownload', '88888.png', 'logo.png'];
    assert.deepEqual(counts, { captchas: 2 });
    assert.deepEqual(leftOut.map(({ file }) => file).sort(), files);
    assert.deepEqual(readdirSync(folder), ['22222.png', '33333.png', 'left-out.json']);
    const record = JSON.parse(readFileSync(path.join(folder, 'left-out.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    assert.deepEqual([record.source, record.leftOut], [source, leftOut]);
    assert.equal((await loadCaptchas(folder)).length, 2);
    assert.deepEqual((await surveyData(into)).captchas, { folder, counts: { captchas: 2 }, leftOut: 6 });
    assert.equal((await importData(source, { into, onBad: 'skip' })).status, 'identical');
  });

  it('leaves out members of an archive that are damaged or encrypted', async (test) => {
    const { folder, into } = places(test);
    const good = await png();
    const file = path.join(folder, 'a.zip');
    const members = [
      { name: '22222.png', bytes: good },
      { name: '33333.png', bytes: good, claimedChecksum: 1 },
      { name: '44444.png', bytes: good, encrypted: true },
    ];
    writeFileSync(file, zipArchive(members));
    const { counts, leftOut } = await importData(file, { into, onBad: 'skip' });
    assert.deepEqual(
      [counts.captchas, leftOut.map((one) => one.file).sort()],
      [1, ['33333.png', '44444.png']],
    );
  });

  it('writes no record when nothing is bad, and one when the same pictures come again with bad ones', async (test) => {
    const { source, into } = places(test);
    await writePictures(source, '22222.png');
    const { folder } = await importData(source, { into, onBad: 'skip' });
    assert.deepEqual(readdirSync(folder), ['22222.png']);
    writeFileSync(path.join(source, '33333.png'), '');
    assert.equal((await importData(source, { into, onBad: 'skip' })).status, 'identical');
    assert.deepEqual(readdirSync(folder), ['22222.png', 'left-out.json']);
    assert.deepEqual(readdirSync(into), ['captchas']);
  });

  it('refuses a source of which nothing is left, and another word', async (test) => {
    const { source, into } = places(test);
    writeFileSync(path.join(source, '44444.png'), '');
    await assert.rejects(
      importData(source, { into, onBad: 'skip' }),
      /^DatasetError: CAPTCHAs: 44444\.png: the file must be a whole/,
    );
    assert.deepEqual(readdirSync(into), []);
    await assert.rejects(
      // @ts-expect-error: plain JavaScript may pass anything.
      importData(source, { into, onBad: 'ignore' }),
      /TypeError: importData: onBad must be 'throw' or 'skip', got "ignore"/,
    );
  });
});

describe('setImportAside', () => {
  it('keeps imported CAPTCHAs under a free name, from where they can be imported again', async (test) => {
    const { source, into } = places(test);
    assert.equal(await setImportAside(into), null);
    await writePictures(source, '22222.png');
    const { folder } = await importData(source, { into });
    mkdirSync(`${folder}.old-1`);
    assert.equal(await setImportAside(into), `${folder}.old-2`);
    assert.deepEqual(readdirSync(into), ['captchas.old-1', 'captchas.old-2']);
    assert.equal((await importData(`${folder}.old-2`, { into })).status, 'imported');
    assert.deepEqual(readdirSync(folder), ['22222.png']);
  });
});
