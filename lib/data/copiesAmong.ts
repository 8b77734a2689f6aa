import { createHash } from 'node:crypto';
import type { Captcha } from './captcha';
import type { CharacterSet } from './characterSet';

/** Which CAPTCHAs show the same picture: for each the index of the first one with the same pixels, its own when there is none
 *  before it. Files that differ in format or compression but decode to the same grey values are copies too; labels do
 *  not count. For `groups` of `splitByCaptcha` and `foldsByCaptcha`. */
export function copiesAmong(captchas: readonly Pick<Captcha, 'image'>[]): Int32Array {
  return firstOfEqual(
    captchas.length,
    (index) => captchas[index].image.data,
    (index) => `${captchas[index].image.width} `,
  );
}

/** The same for CAPTCHAs of which only the characters are left, `length` examples each, one CAPTCHA after the other: copies are those
 *  whose characters are the same, pixel by pixel. */
export function copiesAmongCharacters(
  { pixels, width, height, count }: CharacterSet,
  { length }: { readonly length: number },
): Int32Array {
  const size = length * width * height;
  return firstOfEqual(Math.floor(count / length), (index) =>
    pixels.subarray(index * size, (index + 1) * size),
  );
}

function firstOfEqual(
  count: number,
  bytesOf: (index: number) => Uint8Array,
  prefixOf: (index: number) => string = () => '',
): Int32Array {
  const first = new Map<string, number>();
  return Int32Array.from({ length: count }, (_, index) => {
    const digest = prefixOf(index) + createHash('sha256').update(bytesOf(index)).digest('base64');
    const seen = first.get(digest);
    if (seen === undefined) first.set(digest, index);
    return seen ?? index;
  });
}
