import { checkWhole } from '../checks';
import { ALPHABET, CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../report';
import { createRandom, deriveSeed } from '../random';
import { CAPTCHA_PIXELS } from './inkOf';
import { GLYPH_WIDTH, misfitAt, TEXT_LEFT, type LearntGlyph } from './learntGlyph';

export interface LearnGlyphsOptions {
  /** What each picture shows. */
  readonly texts: readonly string[];
  /** Looks that a character can have: as many as the generator has fonts; 2 by default. */
  readonly looks?: number;
  /** Seed of the first guess at which picture has which look. */
  readonly seed: number;
}

/** Columns of the first character by which looks are told apart: as wide as the narrow ones. */
const COMPARED = 22;
const TRIES = 6;
const ROUNDS = 12;

/** The letters of the fonts that a set was drawn in, learnt from its pictures: all pictures that begin with one character have it at
 *  the same place, so the median over them shows it clean, once they are parted by look (k-medians); and where the second
 *  character begins tells how far the first reaches.
 *  pictures: text's ink as `undistort` gives it, bytes. A look that no picture has is left out. Throws RangeError when pictures and
 *  texts are not as many, one has another length, or looks is no whole number of at least 1. */
export function learnGlyphs(
  pictures: readonly Uint8Array[],
  { texts, looks = 2, seed }: LearnGlyphsOptions,
): LearntGlyph[] {
  if (pictures.length !== texts.length) {
    throw new RangeError(
      `learnGlyphs: pictures and texts must be as many, got ${pictures.length} and ${texts.length}.`,
    );
  }
  checkWhole('learnGlyphs', { looks }, 1);
  pictures.forEach((picture, index) => {
    if (picture.length === CAPTCHA_PIXELS && texts[index].length === CAPTCHA_LENGTH) return;
    throw new RangeError(
      `learnGlyphs: each picture must have ${CAPTCHA_PIXELS} bytes and a text of ${CAPTCHA_LENGTH} characters, got ` +
        `${picture.length} and ${JSON.stringify(texts[index])} at ${index}.`,
    );
  });
  const found: { glyph: LearntGlyph; of: number[] }[] = [];
  for (const character of ALPHABET) {
    const of = texts.flatMap((text, index) => (text.startsWith(character) ? [index] : []));
    const patches = of.map((index) => patchOf(pictures[index]));
    const groups = partByLook(patches, looks, deriveSeed(seed, character));
    groups.forEach((members, look) => {
      if (members.length === 0) return;
      const ink = medianOf(members.map((member) => patches[member]));
      found.push({
        glyph: { character, look, ink, advance: GLYPH_WIDTH },
        of: members.map((member) => of[member]),
      });
    });
  }
  const glyphs = found.map(({ glyph }) => glyph);
  return found.map(({ glyph, of }) => {
    const votes = of.map((index) => advanceIn(pictures[index], texts[index][1], glyphs));
    return { ...glyph, advance: mostCommon(votes) };
  });
}

function patchOf(picture: Uint8Array): Float32Array {
  const patch = new Float32Array(GLYPH_WIDTH * CAPTCHA_HEIGHT);
  for (let row = 0; row < CAPTCHA_HEIGHT; row++) {
    for (let column = 0; column < GLYPH_WIDTH; column++) {
      patch[row * GLYPH_WIDTH + column] = picture[row * CAPTCHA_WIDTH + TEXT_LEFT + column] / 255;
    }
  }
  return patch;
}

/** Members of each look: the best of a few runs of k-medians, over the narrow part that all looks have. */
function partByLook(patches: readonly Float32Array[], looks: number, seed: number): number[][] {
  let best: { cost: number; looksOf: number[] } = { cost: Infinity, looksOf: [] };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const random = createRandom(deriveSeed(seed, 'attempt', attempt));
    let looksOf = patches.map(() => random.integer(looks));
    let cost = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      const centres = Array.from({ length: looks }, (_, look) => {
        const members = patches.filter((_patch, index) => looksOf[index] === look);
        return medianOf(members.length > 0 ? members : patches);
      });
      const distances = patches.map((patch) => centres.map((centre) => distance(patch, centre)));
      const nearest = distances.map((each) => each.indexOf(Math.min(...each)));
      cost = distances.reduce((sum, each) => sum + Math.min(...each), 0);
      if (nearest.join() === looksOf.join()) break;
      looksOf = nearest;
    }
    if (cost < best.cost) best = { cost, looksOf };
  }
  return Array.from({ length: looks }, (_, look) =>
    best.looksOf.flatMap((own, index) => (own === look ? [index] : [])),
  );
}

function distance(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let row = 0; row < CAPTCHA_HEIGHT; row++) {
    for (let column = 0; column < COMPARED; column++) {
      const at = row * GLYPH_WIDTH + column;
      sum += Math.abs(one[at] - other[at]);
    }
  }
  return sum;
}

function medianOf(patches: readonly Float32Array[]): Float32Array {
  const middle = new Float32Array(GLYPH_WIDTH * CAPTCHA_HEIGHT);
  const values = new Float32Array(patches.length);
  for (let at = 0; at < middle.length; at++) {
    patches.forEach((patch, index) => (values[index] = patch[at]));
    middle[at] = values.sort()[patches.length >> 1];
  }
  return middle;
}

/** Narrowest and widest step from one character to the next, in pixels. */
const NARROWEST = 10;
const WIDEST = GLYPH_WIDTH;

/** How far right of the first the second character fits best in one picture. */
function advanceIn(picture: Uint8Array, second: string, glyphs: readonly LearntGlyph[]): number {
  let best = { misfit: Infinity, advance: 0 };
  for (const glyph of glyphs.filter(({ character }) => character === second)) {
    for (let advance: number = NARROWEST; advance <= WIDEST; advance++) {
      const misfit = misfitAt(picture, glyph, { x: TEXT_LEFT + advance, columns: 14 });
      if (misfit < best.misfit) best = { misfit, advance };
    }
  }
  return best.advance;
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one)[0][0];
}
