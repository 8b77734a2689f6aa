import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { greyImage } from 'captcha-lab/image';
import { cropBoxesOf, cutCharacters } from 'captcha-lab/preprocess';
import { cleanPicture, type CleaningStep, type Scheme } from 'captcha-lab/scheme';
import { createBitCleaner } from '../../lib/preprocess/createBitCleaner';

const side = fc.constantFrom(1, 3);
const morphology: fc.Arbitrary<CleaningStep> = fc.record({
  step: fc.constantFrom('dilate' as const, 'erode' as const),
  rows: side,
  columns: side,
});
const binary: fc.Arbitrary<CleaningStep> = fc.oneof(
  fc.constant<CleaningStep>({ step: 'otsu' }),
  fc.record({ step: fc.constant('threshold' as const), at: fc.integer({ min: 0, max: 255 }) }),
);

/** Two boxes of up to 40 x 12 in a picture of 90 x 20, up to every border. */
const schemes: fc.Arbitrary<Scheme> = fc
  .record({
    first: binary,
    rest: fc.array(morphology, { maxLength: 4 }),
    width: fc.integer({ min: 1, max: 40 }),
    height: fc.integer({ min: 1, max: 12 }),
    at: fc.array(fc.record({ x: fc.integer({ min: 0, max: 50 }), y: fc.integer({ min: 0, max: 8 }) }), {
      minLength: 2,
      maxLength: 2,
    }),
  })
  .map(({ first, rest, width, height, at }) => ({
    name: 'any',
    width: 90,
    height: 20,
    alphabet: 'ab',
    length: { min: 2, max: 2 },
    clean: [first, ...rest],
    boxes: at.map((place) => ({ ...place, width, height })),
  }));

describe('cutCharacters', () => {
  it('gives what the steps and the boxes give one by one, 32 pixels at once or not', () => {
    let fast = 0;
    fc.assert(
      fc.property(schemes, fc.uint8Array({ minLength: 1800, maxLength: 1800 }), (scheme, data) => {
        const image = greyImage(90, 20, data);
        const crops = cropBoxesOf(cleanPicture(image, scheme.clean), scheme.boxes!);
        const { pixels } = cutCharacters([{ file: 'a.png', label: 'ab', image }], scheme);
        assert.ok(Buffer.concat(crops.map((crop) => crop.data)).equals(pixels));
        if (createBitCleaner(scheme)) fast++;
      }),
      { numRuns: 200, seed: 1 },
    );
    assert.ok(fast > 20 && fast < 200, `${fast} of 200 schemes took the fast way`);
  });
});

describe('the cleaner of 32 pixels at once', () => {
  const fast = (...clean: CleaningStep[]): boolean =>
    createBitCleaner({
      name: 'any',
      width: 20,
      height: 9,
      alphabet: 'ab',
      length: { min: 1, max: 1 },
      clean,
      boxes: [{ x: 5, y: 0, width: 8, height: 9 }],
    }) !== undefined;
  const dilate: CleaningStep = { step: 'dilate', rows: 3, columns: 3 };
  const erode: CleaningStep = { step: 'erode', rows: 1, columns: 3 };

  it('is there for black and white made first, then dilations and erosions of 1 or 3', () => {
    assert.ok(fast({ step: 'otsu' }));
    assert.ok(fast({ step: 'threshold', at: 9 }));
    assert.ok(fast({ step: 'otsu' }, dilate, erode));
  });

  it('is not there for anything else', () => {
    assert.ok(!fast());
    assert.ok(!fast(dilate));
    assert.ok(!fast({ step: 'invert' }, dilate));
    assert.ok(!fast({ step: 'otsu' }, { step: 'invert' }));
    assert.ok(!fast({ step: 'otsu' }, { ...dilate, rows: 5 }));
    assert.ok(!fast({ step: 'otsu' }, { ...dilate, columns: 2 }));
    assert.ok(!fast({ step: 'otsu' }, dilate, dilate, dilate, dilate, dilate, dilate), 'reaches the border');
  });
});
