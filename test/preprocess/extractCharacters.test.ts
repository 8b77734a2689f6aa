import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { cropCharacters, extractCharacters, preprocess } from 'captcha-lab/preprocess';

/** A picture with a dark block at `x`. */
function picture(x: number): GreyImage {
  const image = greyImage(200, 50, new Uint8Array(10_000).fill(220));
  for (let row = 15; row < 45; row++) image.data.fill(30, row * 200 + x, row * 200 + x + 9);
  return image;
}

const CAPTCHAS = [
  { file: 'a.png', label: '2b3yx', image: picture(40) },
  { file: 'b.png', label: 'nnnnn', image: picture(100) },
];

describe('extractCharacters', () => {
  it('packs the crops with class, CAPTCHA and position', () => {
    const set = extractCharacters(CAPTCHAS);
    assert.deepEqual([set.count, set.width, set.height], [10, 21, 38]);
    assert.deepEqual([...set.labels], [0, 7, 1, 18, 17, 14, 14, 14, 14, 14]);
    assert.deepEqual([...set.captcha], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]);
    assert.deepEqual([...set.position], [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
    const expected = CAPTCHAS.flatMap(({ image }) => cropCharacters(preprocess(image).clean));
    assert.deepEqual(set.pixels, Uint8Array.from(expected.flatMap(({ data }) => [...data])));
  });

  it('makes an empty set of no CAPTCHAs', () => {
    const set = extractCharacters([]);
    assert.deepEqual([set.count, set.pixels.length, set.labels.length], [0, 0, 0]);
  });

  it('names the file whose label or size is wrong', () => {
    const [good] = CAPTCHAS;
    for (const label of ['2b3y', '2b3yxx', '2b3ya', '2b3yX']) {
      assert.throws(() => extractCharacters([good, { ...good, file: 'c.png', label }]), {
        name: 'RangeError',
        message: `extractCharacters: c.png: label must be 5 characters of the alphabet, got "${label}".`,
      });
    }
    const small = greyImage(3, 1, new Uint8Array(3));
    assert.throws(() => extractCharacters([{ ...good, file: 'd.png', image: small }]), {
      name: 'RangeError',
      message: /^extractCharacters: d\.png: preprocess: the image must be 200 x 50 pixels, got 3 x 1/,
    });
  });
});
