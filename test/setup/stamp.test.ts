import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { filesAreWhole, readStamp, writeStamp } from '../../scripts/setup/stamp.mjs';
import { readEntry, shelve } from '../../scripts/setup/tensorflowCache.mjs';
import { temporaryFolder, writeFiles } from './temporaryFolder';

const folder = temporaryFolder();

describe('stamps', () => {
  it('come back as written, and half of one is none', () => {
    const file = path.join(folder, 'stamps', 'one.json');
    assert.equal(readStamp(file), undefined);
    writeStamp(file, { a: 1 });
    assert.deepEqual(readStamp(file), { a: 1 });
    assert.deepEqual(readdirSync(path.dirname(file)), ['one.json']);
    writeFiles(folder, { 'stamps/one.json': '{"a": 1' });
    assert.equal(readStamp(file), undefined);
  });

  it('hold files to their sizes', () => {
    writeFiles(folder, { 'whole/a': '123' });
    assert.ok(filesAreWhole(path.join(folder, 'whole'), { a: 3 }));
    assert.ok(!filesAreWhole(path.join(folder, 'whole'), { a: 4 }));
    assert.ok(!filesAreWhole(path.join(folder, 'whole'), { a: 3, b: 0 }));
  });
});

describe('the cache shelf', () => {
  const entry = (name: string, content: string) => {
    const made = path.join(folder, 'made', name);
    writeFiles(made, {
      'lib/libx.so.2': content,
      'entry.json': '{"source":"x 1","files":{"lib/libx.so.2":3}}',
    });
    return made;
  };

  it('takes an entry whole, and the first of two', () => {
    const place = path.join(folder, 'shelf', 'x-1');
    shelve(entry('first', 'abc'), place);
    shelve(entry('second', 'xyz'), place);
    assert.deepEqual(readEntry(place), { folder: place, source: 'x 1', libraries: ['libx.so.2'] });
    assert.equal(readFileSync(path.join(place, 'lib', 'libx.so.2'), 'utf8'), 'abc');
  });

  it('replaces an entry that is not whole', () => {
    const place = path.join(folder, 'shelf', 'x-2');
    writeFiles(place, { 'lib/libx.so.2': 'ab', 'entry.json': '{"source":"x","files":{"lib/libx.so.2":3}}' });
    assert.equal(readEntry(place), undefined);
    shelve(entry('third', 'abc'), place);
    assert.ok(readEntry(place));
  });
});
