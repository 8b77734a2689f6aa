import assert from 'node:assert/strict';
import type { GreyImage } from 'captcha-lab/image';

/** Fails naming the first pixel in which two images differ. */
export function assertSameImage(actual: GreyImage, expected: GreyImage, what = 'image'): void {
  assert.deepEqual([actual.width, actual.height], [expected.width, expected.height], `size of ${what}`);
  const wrong = actual.data.findIndex((value, index) => value !== expected.data[index]);
  if (wrong < 0) return;
  const [x, y] = [wrong % actual.width, Math.floor(wrong / actual.width)];
  assert.fail(`${what}: pixel x ${x}, y ${y} is ${actual.data[wrong]}, should be ${expected.data[wrong]}`);
}
