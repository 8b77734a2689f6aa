import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { inkOutsideBoxes } from 'captcha-lab/report';

const paper = (): Uint8Array => new Uint8Array(200 * 50).fill(255);
const at = (x: number, y: number): number => y * 200 + x;

describe('inkOutsideBoxes', () => {
  it('is the share of black pixels beside all five boxes', () => {
    const data = paper();
    for (const inside of [at(30, 12), at(134, 49), at(80, 30)]) data[inside] = 0;
    data[at(135, 30)] = 0;
    assert.equal(inkOutsideBoxes(greyImage(200, 50, data)), 0.25);
  });

  it('is 0 for an empty picture', () => {
    assert.equal(inkOutsideBoxes(greyImage(200, 50, paper())), 0);
  });
});
