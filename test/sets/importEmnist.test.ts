import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { importData, loadEmnist } from 'captcha-lab/sets';
import { writeEmnist } from './idxFiles';
import { temporaryFolder } from '../data/temporaryFolder';

function places(test: TestContext) {
  const folder = temporaryFolder(test);
  const source = path.join(folder, 'source');
  mkdirSync(source);
  return { source, into: path.join(folder, 'data') };
}

describe('importData of EMNIST as other tools leave it', () => {
  for (const packed of [true, false]) {
    it(`takes the four files that torchvision unpacks, ${packed ? 'gzip' : 'plain'}, beside the other splits and without mapping`, async (test) => {
      const { source, into } = places(test);
      const raw = path.join(source, 'EMNIST', 'raw');
      mkdirSync(raw, { recursive: true });
      const labels = [2, 43, 13, 36, 10, 45, 46, 33];
      writeEmnist(raw, { labels, packed });
      const withMapping = await loadEmnist(raw);
      rmSync(path.join(raw, 'emnist-balanced-mapping.txt'));
      for (const name of ['emnist-letters-train-images-idx3-ubyte', 'gzip.zip'])
        writeFileSync(path.join(raw, name), 'x');
      const { folder, counts } = await importData(source, { into });
      assert.deepEqual(counts, { train: 8, test: 8 });
      assert.equal(readdirSync(folder).length, 4);
      assert.deepEqual(await loadEmnist(folder), withMapping);
    });
  }

  it('names every other form of it, and what to fetch', async (test) => {
    const cases: readonly (readonly [names: readonly string[], message: RegExp])[] = [
      [
        ['emnist-balanced-train.csv', 'emnist-balanced-test.csv'],
        /got EMNIST as CSV, the form on Kaggle, emnist-balanced-test\.csv and 1 more\. Fetch NIST's gzip\.zip/,
      ],
      [
        ['emnist-letters-train-images-idx3-ubyte.gz'],
        /got another split of EMNIST \(letters\), emnist-letters-train.*Fetch NIST's gzip\.zip/,
      ],
      [
        ['emnist-byclass-test-labels-idx1-ubyte', 'emnist-digits-test-labels-idx1-ubyte'],
        /another split of EMNIST \(byclass, digits\)/,
      ],
      [['emnist-mnist-train-labels-idx1-ubyte'], /another split of EMNIST \(mnist\)/],
      [['emnist-bymerge-train-labels-idx1-ubyte'], /another split of EMNIST \(bymerge\)/],
      [
        ['train-images-idx3-ubyte.gz', 't10k-labels.idx1-ubyte'],
        /got MNIST \(or a set of its form\), which has digits only/,
      ],
      [
        ['training_balanced.pt'],
        /got what torchvision has made of EMNIST \(processed\/\*\.pt\), training_balanced\.pt\. Fetch/,
      ],
      [['matlab.mat'], /EMNIST's Matlab files/],
      [['gzip.zip'], /got NIST's archive itself, not unpacked, gzip\.zip\. Give that file/],
      [
        ['emnist-balanced-mapping.txt', 'emnist-letters-train-labels-idx1-ubyte'],
        /got a part, without emnist-balanced-train-images-idx3-ubyte\.gz,.*, but with another split of EMNIST \(letters\)/,
      ],
    ];
    for (const [names, message] of cases) {
      const { source, into } = places(test);
      for (const name of names) writeFileSync(path.join(source, name), '');
      await assert.rejects(importData(source, { into }), message);
    }
    const { source, into } = places(test);
    const csv = path.join(source, 'emnist-balanced-train.csv');
    writeFileSync(csv, '45,0,0');
    await assert.rejects(
      importData(csv, { into }),
      /must be a zip archive or a folder, got EMNIST as CSV.*Fetch NIST's/,
    );
  });

  it('says of a file that is a web page that its download failed', async (test) => {
    const { source, into } = places(test);
    const [, images] = writeEmnist(source);
    writeFileSync(path.join(source, images), '<!DOCTYPE html><title>Moved</title>');
    await assert.rejects(
      importData(source, { into }),
      /train-images-idx3-ubyte\.gz: must be an idx file, got a web page titled 'Moved': the download failed\. Open/,
    );
  });
});
