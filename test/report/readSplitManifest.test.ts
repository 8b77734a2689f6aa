import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { DatasetError } from 'captcha-lab/data';
import { readSplitManifest } from 'captcha-lab/report';
import { realData, realLabels } from '../data/realData';
import { temporaryFolder } from '../data/temporaryFolder';

const captchas = [
  { file: '22334.png', label: '22334' },
  { file: 'bcdef.jpg', label: 'bcdef' },
];
const GOOD = [
  'captcha,position,label,split',
  'bcdef.jpg,4,f,train',
  '22334.png,0,2,test',
  '22334.png,1,2,train',
  '22334.png,2,3,validation',
  '22334.png,3,3,train',
  '22334.png,4,4,train',
  'bcdef.jpg,0,b,validation',
  'bcdef.jpg,1,c,train',
  'bcdef.jpg,2,d,test',
  'bcdef.jpg,3,e,train',
];

async function read(test: TestContext, lines: readonly string[], end = '\n') {
  const file = path.join(temporaryFolder(test), 'split.csv');
  writeFileSync(file, lines.join(end) + end);
  return readSplitManifest(file, captchas);
}

describe('readSplitManifest', () => {
  it('gives the examples of each set, ascending, whatever the order of the lines', async (test) => {
    const split = await read(test, GOOD);
    assert.deepEqual(
      { train: [...split.train], validation: [...split.validation], test: [...split.test] },
      { train: [1, 3, 4, 6, 8, 9], validation: [2, 5], test: [0, 7] },
    );
  });

  it('takes Windows line ends, a byte-order mark and empty lines', async (test) => {
    const split = await read(test, [`\uFEFF${GOOD[0]}`, '', ...GOOD.slice(1), ''], '\r\n');
    assert.equal(split.train.length, 6);
  });

  it('names the line and the rule of everything that does not fit', async (test) => {
    const cases: [number, string, RegExp][] = [
      [
        0,
        'file,at,label,set',
        /line 1: must be the header captcha,position,label,split, got 'file,at,label,set'/,
      ],
      [
        2,
        '99999.png,0,2,test',
        /line 3: must name a CAPTCHA of the set, got '99999\.png'\. Use the manifest/,
      ],
      [2, '22334.png,0,2', /line 3: must have four fields, got 3 in '22334\.png,0,2'/],
      [2, '22334.png,5,2,test', /line 3: position must be 0 to 4, got '5'/],
      [2, '22334.png,0,2,Test', /line 3: split must be train, validation or test, got 'Test'/],
      [
        2,
        '22334.png,0,3,test',
        /line 3: label of 22334\.png at 0 must be '2', got '3'\. Load the CAPTCHAs under/,
      ],
      [
        3,
        '22334.png,0,2,train',
        /line 4: each crop must occur once, got 22334\.png at 0 again, as on line 3/,
      ],
    ];
    for (const [index, line, message] of cases) {
      await assert.rejects(read(test, GOOD.with(index, line)), (error: unknown) => {
        assert.ok(error instanceof DatasetError);
        assert.match(error.message, message);
        assert.equal(error.problems.length, 1);
        return true;
      });
    }
    const all = [cases[0][1], ...cases.slice(1).map(([, line]) => line), ...GOOD.slice(1)];
    await assert.rejects(
      read(test, all),
      (error: unknown) => error instanceof DatasetError && error.problems.length > 6,
    );
  });

  it('names the CAPTCHAs whose crops are left out', async (test) => {
    const lines = GOOD.filter((line) => !/^22334.png,[13]/.test(line));
    await assert.rejects(
      read(test, lines),
      /22334\.png: every crop must have a line, got none for position 1, 3\./,
    );
  });

  it('names a missing file', async () => {
    await assert.rejects(
      readSplitManifest('gone.csv', captchas),
      /Split manifest: gone\.csv: must be a readable file, got nothing there/,
    );
  });

  it('takes lines without labels, under a header that says so', async (test) => {
    const lines = GOOD.map((line) => line.replace(/,[^,]*(,[^,]*)$/, '$1')).with(0, 'captcha,position,part');
    assert.equal(lines[1], 'bcdef.jpg,4,train');
    const split = await read(test, lines);
    assert.deepEqual([...split.validation], [2, 5]);
    await assert.rejects(
      read(test, lines.with(1, GOOD[1])),
      /line 2: must have three fields, got 4 in 'bcdef\.jpg,4,f,train'/,
    );
  });

  const real = realData('captchas');
  const manifest = realData('paper-split.csv');
  it(
    "reads the report's own assignment, in which two CAPTCHAs lie wholly in test",
    { skip: real.skip || manifest.skip },
    async () => {
      const { train, validation, test } = await readSplitManifest(manifest.path, realLabels());
      assert.deepEqual([train.length, validation.length, test.length], [3224, 1063, 1063]);
      const tested = new Uint8Array(1070);
      for (const example of test) tested[Math.floor(example / 5)]++;
      assert.equal(tested.filter((crops) => crops === 5).length, 2);
    },
  );

  it(
    'is kept by the kit as the report has it, without labels',
    { skip: real.skip || manifest.skip },
    async () => {
      const kept = await readSplitManifest(
        path.join(__dirname, '..', '..', 'data', 'report-split.csv'),
        realLabels(),
      );
      assert.deepEqual(kept, await readSplitManifest(manifest.path, realLabels()));
    },
  );

  it(
    "refuses the report's assignment for corrected labels",
    { skip: real.skip || manifest.skip },
    async () => {
      const corrected = realLabels('corrected');
      await assert.rejects(readSplitManifest(manifest.path, corrected), (error: unknown) => {
        assert.ok(error instanceof DatasetError);
        assert.equal(error.problems.length, 3);
        assert.match(error.message, /label of 3bnfnd\.png at 2 must be 'f', got 'n'/);
        return true;
      });
    },
  );
});
