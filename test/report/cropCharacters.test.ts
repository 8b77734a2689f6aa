import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';
import { cropCharacters } from 'captcha-lab/report';

describe('cropCharacters', () => {
  it('cuts five characters whose pixels are those of the boxes', () => {
    const image = greyImage(
      200,
      50,
      Uint8Array.from({ length: 10_000 }, (_, index) => (7 * index) % 251),
    );
    const characters = cropCharacters(image);
    assert.equal(characters.length, 5);
    characters.forEach(({ width, height, data }, position) => {
      assert.deepEqual([width, height], [21, 38]);
      assert.equal(data[0], image.data[12 * 200 + 30 + 21 * position]);
      assert.equal(data[797], image.data[49 * 200 + 50 + 21 * position]);
    });
  });

  it('refuses an image that is too small', () => {
    assert.throws(
      () => cropCharacters(greyImage(100, 50, new Uint8Array(5000))),
      /must lie inside the image of 100/,
    );
  });
});
