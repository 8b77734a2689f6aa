import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beamSearch, ctcLikelihood, type ColumnProbabilities } from 'captcha-lab/ctc';
import { randomColumns as columns } from './randomColumns';

/** The probability of each text, by trying every path. */
function byTrying({ steps, values }: ColumnProbabilities): Map<string, number> {
  const texts = new Map<string, number>();
  for (let code = 0; code < 3 ** steps; code++) {
    const path = Array.from({ length: steps }, (_, step) => Math.floor(code / 3 ** step) % 3);
    const text = path.filter((label, step) => label !== 2 && (step === 0 || path[step - 1] !== label)).join();
    const share = path.reduce((product, label, step) => product * values[step * 3 + label], 1);
    texts.set(text, (texts.get(text) ?? 0) + share);
  }
  return texts;
}

describe('ctcLikelihood', () => {
  it('adds up all ways to write a text over the columns', () => {
    const seven = columns(7, 1);
    for (const [text, share] of byTrying(seven)) {
      const labels = text === '' ? [] : text.split(',').map(Number);
      assert.ok(Math.abs(ctcLikelihood(seven, labels) - Math.log(share)) < 1e-9, `"${text}"`);
    }
  });

  it('is minus infinity for a text that the columns cannot hold: a repeat needs a blank between', () => {
    assert.equal(ctcLikelihood(columns(2, 1), [0, 0]), -Infinity);
    assert.ok(Number.isFinite(ctcLikelihood(columns(3, 1), [0, 0])));
  });

  it('does not underflow over many columns', () => {
    assert.ok(Number.isFinite(ctcLikelihood(columns(5000, 2), [0, 1, 0])));
  });
});

describe('beamSearch', () => {
  it('finds the most probable text of a length, in the right order, when nothing is cut off', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const six = columns(6, seed);
      const expected = [...byTrying(six)]
        .filter(([text]) => text.split(',').length === 3)
        .sort(([, one], [, other]) => other - one)
        .map(([text]) => text);
      const found = beamSearch(six, { length: 3, beams: 1000 }).map((labels) => labels.join());
      assert.deepEqual(found, expected, `seed ${seed}`);
    }
  });

  it('gives texts of just the length asked for, at most as many as beams, and none that the columns cannot hold', () => {
    const found = beamSearch(columns(8, 3), { length: 4, beams: 5 });
    assert.ok(found.length > 0 && found.length <= 5 && found.every((labels) => labels.length === 4));
    assert.deepEqual(beamSearch(columns(2, 1), { length: 3 }), []);
  });

  it('refuses options out of range', () => {
    assert.throws(
      () => beamSearch(columns(2, 1), { length: 0 }),
      /length must be a whole number of at least 1, got 0/,
    );
    assert.throws(() => beamSearch(columns(2, 1), { length: 1, beams: 0.5 }), /beams must be .* got 0\.5/);
  });
});
