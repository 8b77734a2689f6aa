import { convertSVGTextToPath } from '@napi-rs/canvas';
import type { Font } from './loadFont';
import { parseOutline } from './parseOutline';
import { polygonCoverage } from './polygonCoverage';

/** Height of the text in pixels: Kaptcha's default. */
export const FONT_SIZE = 40;

/** A character of a font drawn at 40 pixels: the alpha of a region around it, whose top left pixel lies `x`,
 *  `y` from the start of the character on the baseline. */
export interface Glyph {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Row-major, 0 to 255. */
  readonly alpha: Uint8Array;
  /** Width of the outline's bounding box, a multiple of 1/64 pixel. */
  readonly outlineWidth: number;
}

// Outlines are taken at 64 times the size and rounded there: FreeType's grid of 1/64 pixel.
const GRID = 64;

const glyphs = new Map<string, Glyph>();

/** The glyph of `character` in `font`, without hints, kerning or gamma: alpha is the share of the pixel
 *  inside the outline. Kept once drawn. Throws RangeError when the font lacks the character or its glyph is
 *  empty. */
export function glyph(character: string, font: Font): Glyph {
  const key = `${font.family} ${character}`;
  let known = glyphs.get(key);
  if (known === undefined) {
    known = drawGlyph(character, font);
    glyphs.set(key, known);
  }
  return known;
}

function drawGlyph(character: string, font: Font): Glyph {
  const code = character.codePointAt(0) as number;
  const name = `${JSON.stringify(character)} (U+${code.toString(16).toUpperCase().padStart(4, '0')})`;
  if (!font.characters.has(code)) {
    throw new RangeError(`The font ${font.file} has no character ${name}: use another text or another font.`);
  }
  const size = FONT_SIZE * GRID;
  // Text outside the picture is dropped. The path's coordinates count from the text's own origin.
  const place = `x="${size}" y="${2 * size}" font-family="${font.family}" font-size="${size}"`;
  const picture = `xmlns="http://www.w3.org/2000/svg" width="${4 * size}" height="${4 * size}"`;
  const svg = convertSVGTextToPath(`<svg ${picture}><text ${place}>&#${code};</text></svg>`).toString();
  const polygons = [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, outline]) => parseOutline(outline, GRID));
  if (polygons.length === 0) {
    throw new RangeError(
      `The character ${name} of ${font.file} leaves no ink: use a text of visible characters.`,
    );
  }
  const across = polygons.flatMap((polygon) => polygon.filter((_, index) => index % 2 === 0));
  const outlineWidth = across.reduce((a, b) => Math.max(a, b)) - across.reduce((a, b) => Math.min(a, b));
  const { data, ...region } = polygonCoverage(polygons);
  const alpha = Uint8Array.from(data, (share) => Math.min(255, Math.round(share * 255)));
  return { ...region, alpha, outlineWidth };
}
