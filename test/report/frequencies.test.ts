import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ALPHABET, frequencies, TABLE_I } from 'captcha-lab/report';

describe('frequencies', () => {
  it('counts each character in the order of Table I, zeros included', () => {
    const rows = frequencies([{ label: '22n8y' }, { label: 'nnnn2' }]);
    assert.deepEqual(rows.map(({ character }) => character).join(''), ALPHABET);
    assert.deepEqual(
      rows.filter(({ count }) => count > 0),
      [
        { character: '2', count: 3 },
        { character: '8', count: 1 },
        { character: 'n', count: 5 },
        { character: 'y', count: 1 },
      ],
    );
    assert.ok(frequencies([]).every(({ count }) => count === 0));
  });

  it('refuses a label outside the alphabet', () => {
    assert.throws(
      () => frequencies([{ label: '22a22' }]),
      /RangeError: characterCounts: labels must be of 2345678bcdefgmnpwxy, got 'a' in '22a22'/,
    );
  });
});

describe('TABLE_I', () => {
  it('has the 19 characters in order and adds up to 5 x 1070', () => {
    assert.equal(TABLE_I.map(({ character }) => character).join(''), ALPHABET);
    assert.equal(
      TABLE_I.reduce((sum, { count }) => sum + count, 0),
      5350,
    );
  });
});
