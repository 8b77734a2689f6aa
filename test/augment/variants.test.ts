import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VARIANTS } from 'captcha-lab/augment';

describe('VARIANTS', () => {
  it('are 27 different ones, rotation outermost, vertical shift innermost', () => {
    assert.equal(VARIANTS.length, 27);
    assert.equal(new Set(VARIANTS.map((variant) => JSON.stringify(variant))).size, 27);
    assert.deepEqual(VARIANTS.slice(0, 4), [
      { degrees: -10, dx: -3, dy: -3 },
      { degrees: -10, dx: -3, dy: 0 },
      { degrees: -10, dx: -3, dy: 3 },
      { degrees: -10, dx: 0, dy: -3 },
    ]);
    assert.deepEqual(VARIANTS[13], { degrees: 0, dx: 0, dy: 0 });
    assert.deepEqual(VARIANTS[26], { degrees: 10, dx: 3, dy: 3 });
  });
});
