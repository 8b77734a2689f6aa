import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { DatasetError, labelOfName, loadPictures, surveyPictures } from 'captcha-lab/data';
import { encodePng, greyImage } from 'captcha-lab/image';
import { schemeOf, type Scheme } from 'captcha-lab/scheme';

const SCHEME: Scheme = {
  name: 'small',
  width: 4,
  height: 3,
  alphabet: 'ABab12-',
  length: { min: 2, max: 4 },
  clean: [],
};

let png: Buffer;
let large: Buffer;
let folder: string;

before(async () => {
  png = Buffer.from(await encodePng(greyImage(4, 3, new Uint8Array(12).fill(7))));
  large = Buffer.from(await encodePng(greyImage(5, 3, new Uint8Array(15))));
});
beforeEach(() => {
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(path.join(tmpdir(), 'pictures-'));
});
after(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, content: string | Buffer = png): void => {
  writeFileSync(path.join(folder, name), content);
};

describe('labelOfName', () => {
  it('takes the name without its folder and extension, and keeps upper and lower case', () => {
    assert.equal(labelOfName('/a/b/Ab12.png'), 'Ab12');
    assert.equal(labelOfName('Ab12.jpeg', SCHEME), 'Ab12');
  });

  it('drops the number of a second picture, unless the whole name is a text of the scheme', () => {
    for (const name of ['ab-2.png', 'ab_12.png', 'ab (3).png'])
      assert.equal(labelOfName(name, SCHEME), name === 'ab-2.png' ? 'ab-2' : 'ab');
    assert.equal(labelOfName('ab12-2.png', SCHEME), 'ab12');
    assert.equal(labelOfName('ab-2.png'), 'ab');
  });

  it('says what is wrong with a text that the scheme does not have', () => {
    const problem = (name: string): string => JSON.stringify(labelOfName(name, SCHEME));
    assert.match(
      problem('abx.png'),
      /must be of the characters of scheme 'small', ABab12-","received":"'x' in 'abx'"/,
    );
    assert.match(
      problem('a.png'),
      /must have 2 to 4 characters, as in scheme 'small'","received":"'a' \(1\)"/,
    );
    assert.match(problem('-1.png'.replace('1', '3')), /must have a text/);
    assert.match(
      JSON.stringify(labelOfName('AB.png', { ...SCHEME, alphabet: 'ab' })),
      /Upper and lower case count: .*'ab'/,
    );
  });
});

describe('loadPictures', () => {
  it('reads pictures of any size and text when there is no scheme, ready for schemeOf', async () => {
    put('Ab.png');
    put('abc.png');
    put('xyz.png', large);
    put('notes.txt', 'not a picture');
    const pictures = await loadPictures(folder);
    assert.deepEqual(
      pictures.map(({ file, label, image }) => [file, label, image.width]),
      [
        ['Ab.png', 'Ab', 4],
        ['abc.png', 'abc', 4],
        ['xyz.png', 'xyz', 5],
      ],
    );
    assert.deepEqual(schemeOf(pictures).scheme.length, { min: 2, max: 3 });
  });

  it('lists what is not of the scheme, or leaves it out and says so', async () => {
    put('ab.png');
    put('ba.png', large);
    put('xx.png');
    put('aa.png', 'no picture');
    const refused: unknown = await loadPictures(folder, { scheme: SCHEME }).catch((error: unknown) => error);
    assert.ok(refused instanceof DatasetError);
    assert.deepEqual(
      refused.problems.map(({ file }) => file),
      ['aa.png', 'ba.png', 'xx.png'],
    );
    assert.match(
      refused.message,
      /3 of 4 files are bad.*must be 4 x 3 pixels, got 5 x 3.*pass onBad: 'skip'/s,
    );
    const warnings: string[] = [];
    const kept = await loadPictures(folder, {
      scheme: SCHEME,
      onBad: 'skip',
      onWarning: (text) => warnings.push(text),
    });
    assert.deepEqual([kept.map(({ label }) => label), warnings.length], [['ab'], 1]);
    await assert.rejects(
      loadPictures(folder, { onBad: 'ignore' as 'skip' }),
      /onBad must be 'throw' or 'skip'/,
    );
  });

  it('takes texts from labels.csv: two pictures of one text, and characters that no name can hold', async () => {
    put('1.png');
    put('2.png');
    put('3.png');
    put('labels.csv', '\uFEFFfile,text\r\n1.png,ab\r\n2.png,ab\r\n\r\n3.png,"a/,""?"\r\n');
    const pictures = await loadPictures(folder);
    assert.deepEqual(
      pictures.map(({ label }) => label),
      ['ab', 'ab', 'a/,"?'],
    );
  });

  it('lists pictures without a line, lines without a picture, and texts that the scheme does not have', async () => {
    for (const name of ['1.png', '2.png', '3.png']) put(name);
    put('labels.csv', 'file,text\n1.png,ab\n2.png,zz\n4.png,aa\n');
    const { pictures, problems, files } = await surveyPictures(folder, { scheme: SCHEME });
    assert.deepEqual([pictures.map(({ label }) => label), files], [['ab'], 3]);
    assert.deepEqual(
      problems.map(({ file, received }) => [file, received]),
      [
        ['2.png', "'z' in 'zz'"],
        ['3.png', 'none'],
        ['4.png', 'no such picture'],
      ],
    );
  });

  const tables: [title: string, table: string, message: RegExp][] = [
    ['another header', 'name,label\n1.png,ab\n', /must begin with the line file,text, got 'name,label'/],
    ['nothing', '', /must begin with the line file,text, got an empty file/],
    [
      'a line of three fields',
      'file,text\n1.png,a,b\n',
      /labels\.csv line 2: must have two fields, .*got 3\. Put a text with a comma/,
    ],
    [
      'a file twice',
      'file,text\n1.png,ab\n1.png,aa\n',
      /labels\.csv line 3: must name each file once, got '1\.png' again/,
    ],
    [
      'a quote that is never closed',
      'file,text\n1.png,"ab\n',
      /comma-separated values, got line 2: a quote is not closed/,
    ],
    ['a quote within a field', 'file,text\n1.png,a"b\n', /comma-separated values, got line 2/],
  ];
  for (const [title, table, message] of tables) {
    it(`refuses a table with ${title}`, async () => {
      put('1.png');
      put('labels.csv', table);
      await assert.rejects(loadPictures(folder), { name: 'DatasetError', message });
    });
  }

  it('counts lines by what the file has, also after a text with a line break', async () => {
    put('1.png');
    put('labels.csv', 'file,text\n1.png,"a\nb"\n1.png,ab\n');
    await assert.rejects(loadPictures(folder), /labels\.csv line 4/);
  });

  it('names a folder that is not there', async () => {
    await assert.rejects(
      loadPictures(path.join(folder, 'absent')),
      /must be a folder of pictures, got nothing there/,
    );
  });
});
