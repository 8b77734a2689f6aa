import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { CAPTCHA_PIXELS } from './inkOf';
import { GLYPH_WIDTH, misfitOf, TEXT_LEFT, type LearntGlyph } from './learntGlyph';

/** How well a text explains a picture. */
export interface TextFit {
  /** Sum over pixels of what the text does not explain; smaller is better. Ink that is missing counts five times as much as ink that
   *  may be a noise curve. */
  readonly misfit: number;
  /** Look of each character. */
  readonly looks: readonly number[];
}

/** Draws `text` in learnt glyphs, in every combination of looks, each character where the ones before it put it, and compares with a
 *  picture: analysis by synthesis. A wrong character of another width moves all that follow, so that two texts that the eye can
 *  hardly tell apart differ much.
 *  picture: text's ink as `undistort` gives it, bytes. Throws RangeError for a picture of another length and a character
 *  without glyph. */
export function fitText(
  picture: Uint8Array,
  text: string,
  { glyphs }: { readonly glyphs: readonly LearntGlyph[] },
): TextFit {
  if (picture.length !== CAPTCHA_PIXELS) {
    throw new RangeError(`fitText: picture must have ${CAPTCHA_PIXELS} bytes, got ${picture.length}.`);
  }
  const choices = Array.from(text, (character) => {
    const own = glyphs.filter((glyph) => glyph.character === character);
    if (own.length === 0) {
      throw new RangeError(`fitText: text must be of learnt characters, got ${JSON.stringify(character)}.`);
    }
    return own;
  });
  let best: TextFit = { misfit: Infinity, looks: [] };
  for (const row of combinations(choices)) {
    const misfit = misfitOfRow(picture, row);
    if (misfit < best.misfit) best = { misfit, looks: row.map(({ look }) => look) };
  }
  return best;
}

function combinations(choices: readonly (readonly LearntGlyph[])[]): LearntGlyph[][] {
  return choices.reduce<LearntGlyph[][]>(
    (rows, own) => rows.flatMap((row) => own.map((glyph) => [...row, glyph])),
    [[]],
  );
}

const predicted = new Float32Array(CAPTCHA_PIXELS);

function misfitOfRow(picture: Uint8Array, row: readonly LearntGlyph[]): number {
  predicted.fill(0);
  let x = TEXT_LEFT;
  for (const { ink, advance } of row) {
    // The patch begins two pixels before the character and ends where the next one's begins to count.
    const columns = Math.min(advance + 2, GLYPH_WIDTH, CAPTCHA_WIDTH - x);
    for (let y = 0; y < CAPTCHA_HEIGHT; y++) {
      for (let column = 0; column < columns; column++) {
        const at = y * CAPTCHA_WIDTH + x + column;
        predicted[at] = Math.max(predicted[at], ink[y * GLYPH_WIDTH + column]);
      }
    }
    x += advance;
  }
  let misfit = 0;
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    // Left of the text is nothing but noise curves, the same for every text.
    if (pixel % CAPTCHA_WIDTH >= TEXT_LEFT) misfit += misfitOf(picture[pixel], predicted[pixel]);
  }
  return misfit;
}
