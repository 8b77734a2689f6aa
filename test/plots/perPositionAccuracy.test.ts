import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wilsonInterval } from 'captcha-lab/metrics';
import { perPositionAccuracy } from 'captcha-lab/plots';
import { assertPlainJson, field } from './plainJson';

describe('perPositionAccuracy', () => {
  it('counts positions from 1 and draws Wilson intervals', () => {
    const figure = perPositionAccuracy([
      { correct: 9, n: 10 },
      { correct: 10, n: 10 },
    ]);
    assert.deepEqual(field(figure, 0, 'x'), ['1', '2']);
    assert.deepEqual(field(figure, 0, 'y'), [0.9, 1]);
    const { array, arrayminus } = field(figure, 0, 'error_y') as Record<string, number[]>;
    const { low, high } = wilsonInterval(9, 10);
    assert.deepEqual([array[0], arrayminus[0]], [high - 0.9, 0.9 - low]);
    assert.equal(array[1], 0);
    assert.match(figure.description, /1: 9\/10 = 90\.00 %; 2: 10\/10 = 100\.00 %\.$/);
    assertPlainJson(figure);
  });

  it('refuses no positions, and a position without characters', () => {
    assert.throws(() => perPositionAccuracy([]), /positions is empty/);
    assert.throws(() => perPositionAccuracy([{ correct: 0, n: 0 }]), RangeError);
  });
});
