import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { DatasetError } from 'captcha-lab/data';
import { readIdx, type ReadIdxOptions } from 'captcha-lab/sets';
import { idx } from './idxFiles';
import { temporaryFolder } from '../data/temporaryFolder';

const images = idx([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

async function read(test: TestContext, name: string, bytes: Uint8Array, options?: ReadIdxOptions) {
  const file = path.join(temporaryFolder(test), name);
  writeFileSync(file, bytes);
  return readIdx(file, options);
}

describe('readIdx', () => {
  it('reads labels and images, plain and gzip, told apart by content', async (test) => {
    const plain = await read(test, 'images-idx3-ubyte', images);
    assert.deepEqual(plain.shape, [2, 2, 3]);
    assert.deepEqual([...plain.data], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    assert.deepEqual(await read(test, 'images-idx3-ubyte.gz', gzipSync(images), { dimensions: 3 }), plain);
    assert.deepEqual(await read(test, 'images-idx3-ubyte', gzipSync(images)), plain);
    // A browser may unpack a download and keep its name.
    assert.deepEqual(await read(test, 'images-idx3-ubyte.gz', images), plain);
    const labels = await read(test, 'labels', idx([3], [7, 8, 9]), { dimensions: 1 });
    assert.deepEqual([labels.shape, [...labels.data]], [[3], [7, 8, 9]]);
    assert.deepEqual((await read(test, 'none', idx([0], []))).shape, [0]);
  });

  it('names the file and the rule it breaks', async (test) => {
    const packed = gzipSync(images);
    const damaged = Buffer.from(packed).fill(0, 12, 20);
    const floats = Buffer.from(images).fill(0x0d, 2, 3);
    const cases: [string, Uint8Array, RegExp, ReadIdxOptions?][] = [
      ['a', Buffer.alloc(0), /an idx file of bytes must begin with 00 00 08, got an empty file\. Fetch/],
      ['a', Buffer.from('PK\x03\x04'), /must begin with 00 00 08, got 50 4b 03 04/],
      ['a', floats, /must begin with 00 00 08, got 00 00 0d 03/],
      ['a', Buffer.of(0, 0), /must begin with 00 00 08, got 00 00/],
      ['a', Buffer.of(0, 0, 8, 3, 0, 0), /the header must have 16 bytes, got 6, cut short/],
      ['a', idx([2, 2], [1, 2, 3, 4]), /must have 1 \(labels\) or 3 \(images\) dimensions, got 2\. Check/],
      ['a', images, /must have 1 dimensions, got 3/, { dimensions: 1 }],
      ['a', idx([1], [1]), /must have 3 dimensions, got 1/, { dimensions: 3 }],
      ['a', images.subarray(0, 27), /the header \(2 x 2 x 3\) demands 12 bytes of data, got 11, cut short/],
      ['a', Buffer.concat([images, Buffer.of(0)]), /demands 12 bytes of data, got 13, 1 too many/],
      ['a.gz', Buffer.from('abcdef'), /a \.gz file must be gzip, got one that begins with 61 62 63 64/],
      [
        'a.gz',
        Buffer.from('<!DOCTYPE html>'),
        /must be an idx file, got a web page: the download failed\. Open/,
      ],
      ['a.gz', packed.subarray(0, packed.length - 4), /must be whole gzip, got one cut short/],
      ['a.gz', damaged, /must be whole gzip, got a damaged one \(/],
      [
        'a.gz',
        gzipSync(Buffer.alloc(2000)),
        /must unpack to at most 1000 bytes, got more/,
        { maxBytes: 1000 },
      ],
      ['a', Buffer.alloc(2000), /must be readable, got 2000 bytes, more than 1000/, { maxBytes: 1000 }],
    ];
    for (const [name, bytes, message, options] of cases) {
      await assert.rejects(read(test, name, bytes, options), (error: unknown) => {
        assert.ok(error instanceof DatasetError, String(error));
        assert.match(error.message, /^idx file: \//);
        assert.match(error.message, message);
        return true;
      });
    }
    await assert.rejects(readIdx('gone'), /idx file: gone: must be readable, got nothing there/);
    await assert.rejects(readIdx(temporaryFolder(test)), /must be readable, got a folder, not a file/);
  });
});
