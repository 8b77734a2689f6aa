import { checkWhole } from '../checks';
import { setImmediate } from 'node:timers/promises';
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { ALPHABET } from '../report';
import { convertEmnistImage } from '../sets';
import { type CharacterSet } from '../data';
import { createRandom, deriveSeed, type Random } from '../random';
import { bundledFonts } from './bundledFonts';
import { loadFont } from './loadFont';

/** What the characters are to be called wherever they appear. */
export const PLAIN_CHARACTERS = 'plain characters, standing in for EMNIST';

/** Side of the pictures before they are brought to 21 x 38, as in EMNIST. */
const SIDE = 28;
/** Size at which glyphs are measured and drawn, before they are scaled. */
const EM = 100;

export interface PlainCharactersOptions {
  /** Examples of each of the 19 classes; 2400, as EMNIST has, by default. */
  readonly perClass?: number;
  /** Whole number; 0 by default. */
  readonly seed?: number;
  /** Font files; the two bundled faces by default. */
  readonly fonts?: readonly string[];
}

/** The 19 characters drawn plainly, with none of a CAPTCHA's waves, lines or neighbours: what stands in for
 *  handwriting where EMNIST is not at hand. Each takes a font, size (its longer side 15 to 23 of 28 pixels), breadth,
 *  slant, rotation, stroke weight and place at random; then 28 x 28 becomes 21 x 38 by nearest neighbour, dark on
 *  white, as EMNIST does. Sorted by class; `captcha` is -1 and `position` 0 throughout. The first k of a class are
 *  the same however many are asked for. Throws RangeError for an option out of range. */
export async function plainCharacters({
  perClass = 2400,
  seed = 0,
  fonts = bundledFonts(),
}: PlainCharactersOptions = {}): Promise<CharacterSet> {
  checkWhole('plainCharacters', { seed });
  checkWhole('plainCharacters', { perClass }, 1);
  if (fonts.length === 0) throw new RangeError('plainCharacters: fonts is empty; name at least one file.');
  const families = fonts.map((file) => loadFont(file).family);
  const context = createCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true });
  const count = ALPHABET.length * perClass;
  const pixels = new Uint8Array(count * 21 * 38);
  for (const [label, character] of Array.from(ALPHABET).entries()) {
    // A few seconds' work in all: others get their turn between the classes.
    await setImmediate();
    for (let example = 0; example < perClass; example++) {
      const random = createRandom(deriveSeed(seed, 'plain character', label, example));
      const family = families[random.integer(families.length)];
      drawCharacter(context, { character, family, random });
      const { data } = convertEmnistImage(inkOf(context));
      pixels.set(data, (label * perClass + example) * data.length);
    }
  }
  return {
    count,
    width: 21,
    height: 38,
    pixels,
    labels: Uint8Array.from({ length: count }, (_, index) => Math.floor(index / perClass)),
    captcha: new Int32Array(count).fill(-1),
    position: new Uint8Array(count),
  };
}

function drawCharacter(
  context: SKRSContext2D,
  {
    character,
    family,
    random,
  }: { readonly character: string; readonly family: string; readonly random: Random },
): void {
  const between = (low: number, high: number): number => low + (high - low) * random.uniform();
  context.resetTransform();
  context.clearRect(0, 0, SIDE, SIDE);
  context.font = `${EM}px "${family}"`;
  const box = context.measureText(character);
  const left = -box.actualBoundingBoxLeft;
  const top = -box.actualBoundingBoxAscent;
  const breadth = box.actualBoundingBoxRight - left;
  const height = box.actualBoundingBoxDescent - top;
  const scale = between(15, 23) / Math.max(breadth, height);
  context.translate(SIDE / 2 + between(-1.5, 1.5), SIDE / 2 + between(-1.5, 1.5));
  context.rotate((between(-12, 12) * Math.PI) / 180);
  context.transform(1, 0, between(-0.25, 0.15), 1, 0, 0);
  context.scale(scale * between(0.85, 1.1), scale);
  const x = -left - breadth / 2;
  const y = -top - height / 2;
  context.fillText(character, x, y);
  // The faces are bold: what is cut off around the edge, or added to it, changes the weight.
  const added = between(-1.7, 0.5);
  context.lineWidth = Math.abs(added) / scale;
  context.lineJoin = 'round';
  context.globalCompositeOperation = added < 0 ? 'destination-out' : 'source-over';
  context.strokeText(character, x, y);
  context.globalCompositeOperation = 'source-over';
}

/** The canvas's ink as EMNIST's files hold a picture: white on black, column after column. */
function inkOf(context: SKRSContext2D): Uint8Array {
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  const ink = new Uint8Array(SIDE * SIDE);
  for (let x = 0; x < SIDE; x++) {
    for (let y = 0; y < SIDE; y++) ink[x * SIDE + y] = data[4 * (y * SIDE + x) + 3];
  }
  return ink;
}
