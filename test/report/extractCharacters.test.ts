import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { cropCharacters, extractCharacters, preprocess } from 'captcha-lab/report';

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

  it('gives what preprocess gives, whatever the picture, and leaves the picture as it was', () => {
    // Few grey values, in blocks that are smaller and larger than the kernels, up to every edge.
    const pictures = fc.record({
      block: fc.integer({ min: 1, max: 6 }),
      ink: fc.integer({ min: 0, max: 9 }),
      values: fc.uint8Array({ minLength: 10_000, maxLength: 10_000 }),
    });
    fc.assert(
      fc.property(pictures, ({ block, ink, values }) => {
        const data = Uint8Array.from(values, (_, at) => {
          const value =
            values[Math.floor(Math.floor(at / 200) / block) * 200 + Math.floor((at % 200) / block)];
          return value % 10 < ink ? value % 100 : 255 - (value % 100);
        });
        const image = greyImage(200, 50, data);
        const before = Uint8Array.from(data);
        const expected = cropCharacters(preprocess(image).clean);
        const { pixels } = extractCharacters([{ ...CAPTCHAS[0], image }]);
        assert.ok(Buffer.concat(expected.map((crop) => crop.data)).equals(pixels));
        assert.deepEqual(image.data, before);
      }),
      { numRuns: 30 },
    );
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
        message: `cutCharacters: c.png: label must be 5 characters of scheme 'report' (2345678bcdefgmnpwxy), got "${label}".`,
      });
    }
    const small = greyImage(3, 1, new Uint8Array(3));
    assert.throws(() => extractCharacters([{ ...good, file: 'd.png', image: small }]), {
      name: 'RangeError',
      message: /^cutCharacters: d\.png: writeCleanCrops: the image must be 200 x 50 pixels, got 3 x 1/,
    });
  });
});
