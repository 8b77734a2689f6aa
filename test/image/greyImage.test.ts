import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage } from 'captcha-lab/image';

describe('greyImage', () => {
  it('holds the bytes it is given, not a copy', () => {
    const data = Uint8Array.of(1, 2, 3, 4, 5, 6);
    const image = greyImage(3, 2, data);
    assert.equal(image.data, data);
    assert.deepEqual([image.width, image.height], [3, 2]);
  });

  it('refuses sides that are no whole numbers of at least 1', () => {
    assert.throws(
      () => greyImage(0, 2, new Uint8Array()),
      /width must be a whole number of at least 1, got 0/,
    );
    assert.throws(
      () => greyImage(2, 1.5, new Uint8Array(3)),
      /height must be a whole number of at least 1, got 1.5/,
    );
  });

  it('refuses bytes that do not fill the image', () => {
    assert.throws(
      () => greyImage(3, 2, new Uint8Array(5)),
      new RangeError('greyImage: data must hold width * height = 6 bytes, got 5.'),
    );
  });
});
