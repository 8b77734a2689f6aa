import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { decodeImage, fromRows, greyImage, type GreyImage } from 'captcha-lab/image';
import { cropCharacters, preprocess } from 'captcha-lab/report';
import { bytesOf, openCvCases } from '../openCvCases';

interface StepsCase {
  png: string;
  threshold: number;
  steps: { otsu: string; dilated: string; eroded: string; clean: string };
  crops: string[];
}

function sha256(image: GreyImage): string {
  return createHash('sha256').update(image.data).digest('hex');
}

describe('preprocess', () => {
  it('equals OpenCV at every step', async () => {
    for (const { png, threshold, steps, crops } of openCvCases<StepsCase>('preprocess/steps.json')) {
      const cleaned = preprocess(await decodeImage(bytesOf(png), { name: 'case' }));
      assert.equal(cleaned.threshold, threshold);
      for (const step of ['otsu', 'dilated', 'eroded', 'clean'] as const) {
        assert.equal(sha256(cleaned[step]), steps[step], step);
      }
      assert.deepEqual(cropCharacters(cleaned.clean).map(sha256), crops);
    }
  });

  it('drops thin lines, keeps strokes, and makes horizontal ones two pixels thinner', () => {
    const image = greyImage(200, 50, new Uint8Array(10_000).fill(230));
    const fill = (x: number, y: number, width: number, height: number): void => {
      for (let row = y; row < y + height; row++) {
        image.data.fill(40, row * 200 + x, row * 200 + x + width);
      }
    };
    fill(0, 5, 200, 2);
    fill(50, 20, 30, 8);
    const { grey, clean } = preprocess(image);
    assert.equal(grey, image);
    const ink = [...clean.data.keys()].filter((index) => clean.data[index] === 0);
    assert.equal(ink.length, 30 * 6);
    assert.ok(
      ink.every((index) => index % 200 >= 50 && index % 200 < 80 && index >= 21 * 200 && index < 27 * 200),
    );
  });

  it('makes paper of a picture of one grey value, except black', () => {
    const plain = (value: number): Uint8Array => {
      return preprocess(greyImage(200, 50, new Uint8Array(10_000).fill(value))).clean.data;
    };
    assert.ok(plain(1).every((value) => value === 255));
    assert.ok(plain(0).every((value) => value === 0));
  });

  it('refuses a picture of another size', () => {
    assert.throws(
      () => preprocess(fromRows([[1, 2, 3]])),
      new RangeError('preprocess: the image must be 200 x 50 pixels, got 3 x 1; resize it first.'),
    );
    assert.throws(
      () => preprocess(greyImage(50, 200, new Uint8Array(10_000))),
      /200 x 50 pixels, got 50 x 200/,
    );
  });
});
