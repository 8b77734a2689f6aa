import { greyImage, type GreyImage } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';

/** What a character looks like: three rows of three, as strokes of ink. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  a: ['###', '#.#', '###'],
  b: ['#..', '#..', '###'],
  c: ['###', '.#.', '.#.'],
};

/** A picture of 48 x 24 with a text of 2 or 3 of the characters a, b, c, in dark ink on light paper. */
export function tinyPicture(seed: number): { file: string; label: string; image: GreyImage } {
  const random = createRandom(seed);
  const length = 2 + random.integer(2);
  const label = Array.from({ length }, () => 'abc'[random.integer(3)]).join('');
  const image = greyImage(48, 24, new Uint8Array(48 * 24).fill(230));
  Array.from(label).forEach((character, place) => {
    const [left, top] = [3 + 15 * place + random.integer(3), 3 + random.integer(4)];
    GLYPHS[character].forEach((row, y) => {
      Array.from(row).forEach((ink, x) => {
        if (ink === '.') return;
        for (let pixel = 0; pixel < 16; pixel++) {
          const at = (top + 4 * y + (pixel >> 2)) * 48 + left + 4 * x + (pixel & 3);
          image.data[at] = 30 + random.integer(20);
        }
      });
    });
  });
  return { file: `${label}-${seed}.png`, label, image };
}

/** Pictures of different seeds. */
export function tinyPictures(count: number, from = 1): ReturnType<typeof tinyPicture>[] {
  return Array.from({ length: count }, (_, index) => tinyPicture(from + index));
}

/** Their scheme. */
export const TINY_SCHEME = {
  name: 'tiny',
  width: 48,
  height: 24,
  alphabet: 'abc',
  length: { min: 2, max: 3 },
  clean: [],
};
