import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeRemarks } from '../../lib/data/describeRemarks';

describe('describeRemarks', () => {
  const remarks = (count: number, reason = 'faint') =>
    Array.from({ length: count }, (_, index) => ({ file: `${index}.png`, reason }));

  it('says each reason once, with how many pictures and their names', () => {
    assert.deepEqual(describeRemarks('my', []), []);
    assert.deepEqual(describeRemarks('my', remarks(1)), ['1 picture in my (0.png): faint']);
    assert.deepEqual(describeRemarks('my', [...remarks(2), ...remarks(1, 'old')]), [
      '2 pictures in my (0.png, 1.png): faint',
      '1 picture in my (0.png): old',
    ]);
  });

  it('names ten and counts the rest', () => {
    assert.match(describeRemarks('my', remarks(10))[0], /^10 pictures in my \(0\.png, .*, 9\.png\): faint$/);
    assert.match(
      describeRemarks('my', remarks(12))[0],
      /^12 pictures in my \(.*, 9\.png and 2 more\): faint$/,
    );
  });
});
