import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editDistance } from 'captcha-lab/metrics';

describe('editDistance', () => {
  it('counts insertions, removals and replacements, each as one', () => {
    for (const [one, other, distance] of [
      ['', '', 0],
      ['', 'abc', 3],
      ['abc', '', 3],
      ['226md', '226md', 0],
      ['226md', '226nd', 1],
      ['226md', '26md', 1],
      ['26md', '226md', 1],
      ['kitten', 'sitting', 3],
      ['abcdef', 'azced', 3],
      ['ab', 'ba', 2],
    ] as const) {
      assert.equal(editDistance(one, other), distance, `${one} ${other}`);
      assert.equal(editDistance(other, one), distance, `${other} ${one}`);
    }
  });
});
