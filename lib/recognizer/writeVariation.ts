import type { Random } from '../random';
import type { InputSize } from './inputSize';

/** How far variations go, either way, each drawn evenly: turn in radians, slant and stretch as shares, shift in pixels, strength as a
 *  factor from 1. */
const TURN = 0.06;
const SLANT = 0.12;
const STRETCH = 0.09;
const SHIFT_X = 4;
const SHIFT_Y = 2;
const STRENGTH = 0.15;
/** Waves: height in pixels at most, and radians a pixel at least and at most, lengths of 126 down to 21 pixels. */
const WAVE = 1.5;
const SLOWEST = 0.05;
const FASTEST = 0.3;

/** Writes a varied picture to `target`: turned, slanted, stretched and shifted a little about its middle, warped by four gentle waves,
 *  linear between pixels, a little stronger or weaker. Beyond the border it is the border's colour, 0. Nothing here knows how the
 *  pictures were drawn.
 *  source: a picture of `LabelledInputs`; target: height x width. Source of the idea of warping: Simard and others 2003, whose field is
 *  noise where this one is waves. @internal */
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
  // Each direction is moved by one wave that runs along the rows and one along the columns.
  const [rightByRow, rightByColumn] = [wave(height, random), wave(width, random)];
  const [downByRow, downByColumn] = [wave(height, random), wave(width, random)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  target.fill(0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const right = (x - middleX - dx) / wider + rightByRow[y] + rightByColumn[x];
      const down = (y - middleY - dy) / higher + downByRow[y] + downByColumn[x];
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

/** A wave of any height up to `WAVE`, length and phase, at `count` places. */
function wave(count: number, random: Random): Float32Array {
  const height = WAVE * random.uniform();
  const speed = SLOWEST + (FASTEST - SLOWEST) * random.uniform();
  const phase = 2 * Math.PI * random.uniform();
  return Float32Array.from({ length: count }, (_, place) => height * Math.sin(speed * place + phase));
}
