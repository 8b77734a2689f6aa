import type { Random } from '../random';
import type { InputSize } from './inputSize';

/** How far variations go, either way, each drawn evenly: turn in radians, slant and stretch as shares, shift in pixels, strength as a
 *  factor from 1. */
const TURN = 0.04;
const SLANT = 0.08;
const STRETCH = 0.06;
const SHIFT_X = 4;
const SHIFT_Y = 2;
const STRENGTH = 0.15;

/** Writes a varied picture to `target`: turned, slanted, stretched and shifted a little about its middle, linear between pixels, a
 *  little stronger or weaker. Beyond the border it is the border's colour, 0. Nothing here knows how the pictures were drawn.
 *  source: a picture of `LabelledInputs`; target: height x width. @internal */
export function writeVariation(
  target: Float32Array,
  source: Int8Array,
  { size: { width, height }, random }: { readonly size: InputSize; readonly random: Random },
): void {
  const draw = (most: number): number => most * (2 * random.uniform() - 1);
  const turn = draw(TURN);
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  const slant = draw(SLANT);
  const [wider, higher] = [1 + draw(STRETCH), 1 + draw(STRETCH)];
  const [dx, dy] = [draw(SHIFT_X), draw(SHIFT_Y)];
  const strength = (1 + draw(STRENGTH)) / 127;
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  target.fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const right = (x - middleX - dx) / wider;
      const down = (y - middleY - dy) / higher;
      const fromX = cosine * right + (slant - sine) * down + middleX;
      const fromY = sine * right + cosine * down + middleY;
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const share = fromX - left;
      const at = top * width + left;
      const above = source[at] + share * (source[at + 1] - source[at]);
      const below = source[at + width] + share * (source[at + width + 1] - source[at + width]);
      target[y * width + x] = strength * (above + (fromY - top) * (below - above));
    }
  }
}
