import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { characterFrequencies } from 'captcha-lab/plots';
import { assertPlainJson, field, heading } from './plainJson';

const COUNTED = [
  { character: 'n', count: 5 },
  { character: '2', count: 3 },
];

describe('characterFrequencies', () => {
  it('draws one bar per character in the order given', () => {
    const figure = characterFrequencies(COUNTED, { subtitle: 'generated data' });
    assert.equal(figure.data.length, 1);
    assert.deepEqual(field(figure, 0, 'x'), ['n', '2']);
    assert.deepEqual(field(figure, 0, 'y'), [5, 3]);
    assert.deepEqual(heading(figure), ['How often each character occurs', 'generated data']);
    assert.match(figure.description, /2 characters occurs among 8; most often n, 5 times/);
    assertPlainJson(figure);
  });

  it("puts the report's counts beside ours by name, with a gap where the report has none", () => {
    const figure = characterFrequencies(COUNTED, { reported: [{ character: '2', count: 4 }] });
    assert.deepEqual(field(figure, 1, 'y'), [null, 4]);
    assert.equal((field(figure, 1, 'marker') as { pattern: { shape: string } }).pattern.shape, '/');
    assertPlainJson(figure);
  });

  it('refuses an empty list', () => {
    assert.throws(() => characterFrequencies([]), /counted is empty/);
  });
});
