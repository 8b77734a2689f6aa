import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ALPHABET } from 'captcha-lab/report';
import { DatasetError, type CharacterSet } from 'captcha-lab/data';
import { loadEmnist } from 'captcha-lab/sets';
import { idx, writeEmnist } from './idxFiles';
import { realData } from '../data/realData';
import { temporaryFolder } from '../data/temporaryFolder';

const real = realData('emnist');
const picture = (set: CharacterSet, index: number) =>
  Buffer.from(set.pixels.subarray(index * 798, (index + 1) * 798));

describe('loadEmnist', () => {
  it('keeps the 19 classes, sorted by class, in file order within one', async (test) => {
    const folder = temporaryFolder(test);
    // y, 0, n, 2, G (not g), g, 2
    writeEmnist(folder, { labels: [34, 0, 43, 2, 16, 41, 2] });
    const { train, test: tested } = await loadEmnist(folder);
    const read = (set: CharacterSet) =>
      Array.from(set.labels, (label, index) => `${ALPHABET[label]}${255 - set.pixels[index * 798]}`).join(
        ' ',
      );
    assert.deepEqual([train.count, train.width, train.height, train.pixels.length], [5, 21, 38, 5 * 798]);
    assert.equal(read(train), '23 26 g5 n2 y0');
    assert.equal(read(tested), '20 23 g1 n4 y6');
    assert.deepEqual([...train.captcha, ...train.position], [-1, -1, -1, -1, -1, 0, 0, 0, 0, 0]);
  });

  it('reads plain files as it reads packed ones', async (test) => {
    const [packed, plain] = [temporaryFolder(test), temporaryFolder(test)];
    writeEmnist(packed);
    writeEmnist(plain, { packed: false });
    assert.deepEqual(await loadEmnist(plain), await loadEmnist(packed));
  });

  it('reads the prepared form as it is', async (test) => {
    const folder = temporaryFolder(test);
    writeFileSync(
      path.join(folder, 'paper19-mapping.txt'),
      Array.from(ALPHABET, (character, one) => `${one} ${character}\n`).join(''),
    );
    for (const set of ['train', 'test']) {
      writeFileSync(path.join(folder, `paper19-${set}-labels-idx1-ubyte`), idx([2], [18, 0]));
      writeFileSync(
        path.join(folder, `paper19-${set}-images-idx3-ubyte`),
        idx(
          [2, 38, 21],
          Array.from({ length: 2 * 798 }, (_, index) => index % 251),
        ),
      );
    }
    const { train } = await loadEmnist(folder, { form: 'prepared' });
    assert.deepEqual([...train.labels], [0, 18]);
    assert.deepEqual(
      [...train.pixels.subarray(0, 3), ...train.pixels.subarray(798, 801)],
      [798 % 251, 799 % 251, 800 % 251, 0, 1, 2],
    );
  });

  it('names what is missing or does not fit together', async (test) => {
    const folder = temporaryFolder(test);
    const file = (name: string) => path.join(folder, `emnist-balanced-${name}`);
    await assert.rejects(
      loadEmnist(path.join(folder, 'gone')),
      /EMNIST: .*gone: must be a folder with EMNIST, got nothing there/,
    );
    writeEmnist(folder, { packed: false });
    writeFileSync(file('train-labels-idx1-ubyte'), idx([3], [2, 43, 47]));
    writeFileSync(file('train-images-idx3-ubyte'), idx([4, 28, 27], new Array<number>(4 * 28 * 27).fill(0)));
    await assert.rejects(loadEmnist(folder), (error: unknown) => {
      assert.ok(error instanceof DatasetError);
      assert.match(
        error.message,
        /train-images-idx3-ubyte: pictures must have 28 rows of 28, got 28 of 27\. Fetch/,
      );
      assert.match(
        error.message,
        /train-labels-idx1-ubyte: must have as many labels as there are pictures, 4, got 3\./,
      );
      assert.match(
        error.message,
        /train-labels-idx1-ubyte: labels must be in the mapping file, got 47 \(entry 2\)\./,
      );
      return true;
    });
    rmSync(file('train-labels-idx1-ubyte'));
    rmSync(file('mapping.txt'));
    await assert.rejects(
      loadEmnist(folder),
      /must hold the files of EMNIST balanced, got a folder without emnist-balanced-train-labels-idx1-ubyte\.gz\. Import/,
    );
    await assert.rejects(
      // @ts-expect-error: not a form
      loadEmnist(folder, { form: 'digits' }),
      /TypeError: loadEmnist: form must be one of official, prepared, partial, got "digits"/,
    );
  });

  it(
    "converts the official layout to the very pictures of the report's subset",
    { skip: real.skip },
    async () => {
      const prepared = await loadEmnist(real.path);
      assert.deepEqual([prepared.train.count, prepared.test.count], [45600, 7600]);
      const partial = await loadEmnist(real.path, { form: 'partial' });
      // sha256 of the converted pixels, so that the conversion cannot drift together with the search below.
      const expected = {
        train: [3745, '073b8a1b1b436a75c0666fd514254b15a82399ca577b423740c56d5c07a4f5b0'],
        test: [122, 'b16a8d138e06a0b075fd2b8a1d1339e5b28f2fb4c4c9401fe9cef98a4899111a'],
      } as const;
      for (const name of ['train', 'test'] as const) {
        const key = (set: CharacterSet, index: number) =>
          `${set.labels[index]}:${picture(set, index).toString('latin1')}`;
        const known = new Set(
          Array.from({ length: prepared[name].count }, (_, index) => key(prepared[name], index)),
        );
        const { count } = partial[name];
        const found = Array.from({ length: count }, (_, index) => known.has(key(partial[name], index)));
        assert.deepEqual([count, found.filter(Boolean).length], [expected[name][0], count]);
        assert.equal(createHash('sha256').update(partial[name].pixels).digest('hex'), expected[name][1]);
      }
    },
  );
});
