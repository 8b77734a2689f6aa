import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterCounts } from 'captcha-lab/data';

describe('characterCounts', () => {
  it('counts each character of the alphabet, in its order, zeros included', () => {
    assert.deepEqual(characterCounts([{ label: 'abba' }, { label: 'b' }], { alphabet: 'bca' }), [
      { character: 'b', count: 3 },
      { character: 'c', count: 0 },
      { character: 'a', count: 2 },
    ]);
  });

  it('refuses a label of another alphabet', () => {
    assert.throws(
      () => characterCounts([{ label: 'ax' }], { alphabet: 'ab' }),
      /RangeError: characterCounts: labels must be of ab, got 'x' in 'ax'/,
    );
  });
});
