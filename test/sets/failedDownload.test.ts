import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { importData } from 'captcha-lab/sets';
import { png, writePictures } from '../data/pictures';
import { temporaryFolder } from '../data/temporaryFolder';
import { zipArchive } from './zipArchive';

describe('importData of a download that failed', () => {
  it('says what was got instead of an archive', async (test) => {
    const folder = temporaryFolder(test);
    const into = path.join(folder, 'data');
    const page = (text: string) => `<!DOCTYPE html>\n<html lang="en"><head><title>\n ${text}</title>`;
    const cases: readonly (readonly [content: string | Buffer, message: RegExp])[] = [
      [
        page('Sign in | Kaggle'),
        /a\.zip: must be a zip archive or a folder, got a web page titled 'Sign in \| Kaggle': the download failed\. Open the page in a browser, sign in/,
      ],
      [`\uFEFF\r\n  ${page('Später')}`, /a web page titled 'Später': the download failed/],
      [Buffer.from(`\uFEFF${page('Wide')}`, 'utf16le'), /a web page titled 'Wide': the download failed/],
      ['<!-- saved --><html><body>no title', /got a web page: the download failed/],
      [page('long '.repeat(40)), /titled '(long ){15}long…': the download failed/],
      [
        '{"code":403,"message":"Permission denied"}',
        /got a server's error message, '\{"code":403,"message":"Permission denied"\}': the download failed/,
      ],
      [
        '<?xml version="1.0"?><Error><Code>AccessDenied</Code>',
        /a server's error message, '<\?xml version="1\.0"\?><Error><Code>AccessDenied<\/Code>'/,
      ],
      [
        'version https://git-lfs.github.com/spec/v1\noid sha256:',
        /got Git LFS's pointer to the file, not the file\. Run git lfs pull/,
      ],
      ["7z\xbc\xaf'\x1c", /got a 7-Zip archive\. Unpack it yourself/],
      [Buffer.concat([Buffer.alloc(257), Buffer.from('ustar')]), /got a tar archive\. Unpack it yourself/],
      ['', /got an empty file: the download failed\. Download it again/],
    ];
    const file = path.join(folder, 'a.zip');
    for (const [content, message] of cases) {
      writeFileSync(
        file,
        typeof content === 'string' && content.startsWith('7z') ? Buffer.from(content, 'latin1') : content,
      );
      await assert.rejects(importData(file, { into }), message);
    }
  });

  it('knows an unfinished one by its name, even where its beginning is an archive', async (test) => {
    const folder = temporaryFolder(test);
    const whole = zipArchive([{ name: '22222.png', bytes: await png() }]);
    for (const name of [
      'a.zip.crdownload',
      'x.part',
      'a.zip.partial',
      'a.zip.download',
      'Unconfirmed 12.crdownload',
    ]) {
      writeFileSync(path.join(folder, name), whole.subarray(0, 40));
      await assert.rejects(
        importData(path.join(folder, name), { into: path.join(folder, 'data') }),
        /got an unfinished download \(40 bytes so far\)\. Wait until the download has ended/,
      );
    }
  });

  it('names unfinished pictures of a folder, and a folder of nothing else', async (test) => {
    const folder = temporaryFolder(test);
    const into = path.join(folder, 'data');
    const source = path.join(folder, 'source');
    mkdirSync(source);
    writeFileSync(path.join(source, 'archive.zip.crdownload'), 'PK');
    await assert.rejects(
      importData(source, { into }),
      /got 1 unfinished download \(archive\.zip\.crdownload\)\. Expected/,
    );
    await writePictures(source, '22222.png');
    assert.deepEqual((await importData(source, { into })).counts, { captchas: 1 });
    writeFileSync(path.join(source, '33333.png.part'), 'PNG');
    await assert.rejects(
      importData(source, { into }),
      /33333\.png\.part: must be a whole picture, got an unfinished download\. Finish/,
    );
    await assert.rejects(
      importData(path.join(source, '22222.png'), { into }),
      /got a single picture\. Give the folder/,
    );
  });
});
