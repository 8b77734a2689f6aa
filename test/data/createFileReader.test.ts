import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { createFileReader } from '../../lib/data/createFileReader';
import { temporaryFolder } from './temporaryFolder';

describe('createFileReader', () => {
  it('reads files whole, smaller and larger than the memory set aside, one after the other', (test) => {
    const folder = temporaryFolder(test);
    const read = createFileReader();
    for (const size of [3, 0, 2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1, 300_000, 5]) {
      const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, index) => (index * 7) % 251));
      const file = path.join(folder, `${size}.bin`);
      writeFileSync(file, bytes);
      assert.ok(bytes.equals(read(file)), `${size} bytes`);
    }
  });

  it(
    'leaves no file open',
    { skip: process.platform !== 'linux' && 'only Linux lists open files in /proc/self/fd' },
    (test) => {
      const read = createFileReader();
      const file = path.join(temporaryFolder(test), 'open.bin');
      writeFileSync(file, 'x');
      const open = (): number => readdirSync('/proc/self/fd').length;
      const before = open();
      for (let time = 0; time < 50; time++) read(file);
      assert.ok(open() < before + 25);
    },
  );

  it('throws what the system says', (test) => {
    const absent = path.join(temporaryFolder(test), 'absent');
    assert.throws(() => createFileReader()(absent), { code: 'ENOENT' });
  });
});
