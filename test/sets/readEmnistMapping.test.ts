import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { readEmnistMapping } from 'captcha-lab/sets';
import { OFFICIAL_MAPPING } from './idxFiles';
import { temporaryFolder } from '../data/temporaryFolder';

async function read(test: TestContext, text: string, form: 'official' | 'prepared' = 'official') {
  const file = path.join(temporaryFolder(test), 'mapping.txt');
  writeFileSync(file, text);
  return readEmnistMapping(file, { form });
}

const prepared = Array.from('2345678bcdefgmnpwxy', (character, index) => `${index} ${character}`);

describe('readEmnistMapping', () => {
  it('takes the small letter where EMNIST has one, the capital otherwise', async (test) => {
    const classes = await read(test, OFFICIAL_MAPPING);
    assert.equal(classes.size, 47);
    const used = [...classes].filter(([, one]) => one >= 0).sort(([, a], [, b]) => a - b);
    // 2 … 8, b, C, d, e, f, g, M, n, P, W, X, Y
    assert.deepEqual(
      used.map(([label]) => label),
      [2, 3, 4, 5, 6, 7, 8, 37, 12, 38, 39, 40, 41, 22, 43, 25, 32, 33, 34],
    );
    assert.deepEqual(
      used.map(([, one]) => one),
      Array.from({ length: 19 }, (_, one) => one),
    );
    assert.deepEqual([classes.get(11), classes.get(23), classes.get(0)], [-1, -1, -1]);
  });

  it('takes a third column that repeats the character, and the prepared form', async (test) => {
    const three = OFFICIAL_MAPPING.replace(
      / (\d+)$/gm,
      (_, code: string) => ` ${code} ${String.fromCharCode(Number(code))}`,
    );
    assert.deepEqual(await read(test, three), await read(test, OFFICIAL_MAPPING));
    const classes = await read(test, prepared.join('\r\n'), 'prepared');
    assert.deepEqual(
      [...classes],
      prepared.map((_, index) => [index, index]),
    );
  });

  it('names the line that does not fit, or the character without a label', async (test) => {
    const cases: [string, RegExp, 'prepared'?][] = [
      ['0 48\nb 49\n', /mapping\.txt line 2: must be a label and a code point, got 'b 49'/],
      ['0 48 1\n', /line 1: the character must be '0', as its code point says, got '1'/],
      ['0 48\n0 49\n', /line 2: each label must occur once, got 0 again/],
      [OFFICIAL_MAPPING.replace('12 67\n', ''), /'c' must have a label, got none/],
      ['0 50\n', /'3' must have a label, got none/],
      ['', /'2' must have a label, got none/],
      ['0 50', /line 1: must be a label and a character, got '0 50'/, 'prepared'],
    ];
    for (const [text, message, form] of cases) await assert.rejects(read(test, text, form), message);
    await assert.rejects(
      readEmnistMapping('gone', { form: 'official' }),
      /EMNIST mapping: gone: the mapping must be readable, got nothing there/,
    );
  });
});
