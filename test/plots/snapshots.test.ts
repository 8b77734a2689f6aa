import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { encodeCompactPng, rgbaImage } from 'captcha-lab/image';
import * as plots from 'captcha-lab/plots';
import { EXAMPLES } from './examples';
import { firstDifference, readCommitted, snapshotOf, UPDATE, writeWhole } from './snapshot';

const FOLDER = path.join(__dirname, '..', 'fixtures', 'plots');
const NAMES = Object.keys(EXAMPLES);

describe("a figure's JSON", () => {
  for (const [name, draw] of Object.entries(EXAMPLES)) {
    it(`${name} is as it was`, async () => {
      const file = path.join(FOLDER, `${name}.json`);
      const now = snapshotOf(draw());
      if (UPDATE) {
        await writeWhole(file, `${JSON.stringify(now, null, 1)}\n`);
        return;
      }
      const difference = firstDifference(now, JSON.parse(String(await readCommitted(file))));
      if (difference !== undefined) {
        assert.fail(
          `${name}: ${difference}. If this was meant, UPDATE_SNAPSHOTS=1 writes the new figures; read the difference first.`,
        );
      }
    });
  }

  it('is kept for every figure function, and for nothing else', async () => {
    // It lays out figures that others made.
    const { fitFigure, ...all } = plots;
    assert.equal(typeof fitFigure, 'function');
    const functions = Object.entries(all).filter(([, value]) => typeof value === 'function');
    assert.deepEqual(NAMES.toSorted(), functions.map(([name]) => name).toSorted());
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json'));
    assert.deepEqual(files.toSorted(), NAMES.map((name) => `${name}.json`).toSorted());
  });
});

describe('firstDifference', () => {
  it('names the first path that differs, and finds what was added or is gone', () => {
    const before = { data: [{ x: [1, 2] }], layout: { height: 3 } };
    assert.equal(firstDifference(before, structuredClone(before)), undefined);
    assert.equal(firstDifference({ ...before, data: [{ x: [1, 4] }] }, before), 'data[0].x[1]: 4 was 2');
    assert.equal(firstDifference({ ...before, data: [{ x: [1] }] }, before), 'data[0].x[1]: nothing was 2');
    assert.equal(firstDifference({ ...before, name: 'a' }, before), 'name: "a" was nothing');
    assert.equal(firstDifference({ x: {} }, { x: [] }), 'x: {} was []');
    assert.equal(firstDifference({ x: null }, { x: 0 }), 'x: null was 0');
  });
});

describe('snapshotOf', () => {
  it('drops the last bits of numbers', () => {
    assert.deepEqual(snapshotOf({ x: [1 / 3, 0.1 + 0.2, 1e9 / 7, 0] }), { x: [0.333333, 0.3, 142857000, 0] });
  });

  it('keeps of a picture its size and the hash of its pixels', () => {
    const text = (value: number): unknown => {
      const png = encodeCompactPng(rgbaImage(1, 1, Uint8Array.of(value, 0, 0, 255)));
      return snapshotOf(`data:image/png;base64,${png.toString('base64')}`);
    };
    assert.match(text(1) as string, /^PNG of 1 x 1, SHA-256 of its rows [0-9a-f]{64}$/);
    assert.notEqual(text(1), text(2));
  });
});
