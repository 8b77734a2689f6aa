import { checkWhole } from '../checks';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import type { SamplingMap } from '../generator';
import { rippleMap } from '../generator';
import { waterMap } from '../generator';
import { CAPTCHA_PIXELS } from './inkOf';

/** Corrections that a reader's pictures get, when it learns as when it reads. @internal */
export const UNDISTORT_ROUNDS = 5;

export interface UndistortOptions {
  /** Corrections after the first guess; a whole number of at least 0, 5 by default. */
  readonly rounds?: number;
}

/** Pixels of the text that each distorted pixel was made of, one row after the other, and with which weight. */
interface Mixture {
  readonly starts: Int32Array;
  readonly sources: Uint16Array;
  readonly weights: Float32Array;
  /** One over the sum of weights with which each pixel of the text shows in the picture; 0 where it shows nowhere. */
  readonly shares: Float32Array;
}

let mixture: Mixture | undefined;
const laidBack = new Float32Array(CAPTCHA_PIXELS);
const isReached = new Uint8Array(CAPTCHA_PIXELS);
const reached = new Uint16Array(CAPTCHA_PIXELS);
const active = new Uint16Array(CAPTCHA_PIXELS);

/** The text as it was before the generator's water and ripple, from a CAPTCHA's ink. Letters stand straight again, wherever they
 *  stand; noise curves, drawn after the distortion, become wavy and in the middle of the picture fall to dust.
 *  ink: 10,000 values, row-major, in any unit from 0 (paper) to `black`; not modified. Result in the same unit and kind of array.
 *  How: the distortion is known and the same in every picture, and each pixel that it makes is a weighted mean of up to 16 of
 *  the text's. First every pixel is laid back on those it was made of; then, `rounds` times, the result is distorted again and
 *  what differs from the picture is laid back too, with values kept from 0 to `black`. What left the picture is lost.
 *  Throws RangeError when ink has another length or rounds is out of range.
 *  Source: `water`, `ripple`; the method is SIRT (Gilbert 1972), as tomography uses it. */
export function undistort<T extends Uint8Array | Float32Array>(
  ink: T,
  { rounds = UNDISTORT_ROUNDS }: UndistortOptions = {},
): T {
  if (ink.length !== CAPTCHA_PIXELS) {
    throw new RangeError(
      `undistort: ink must have ${CAPTCHA_PIXELS} values (50 rows of 200), got ${ink.length}.`,
    );
  }
  checkWhole('undistort', { rounds }, 0);
  const bytes = ink instanceof Uint8Array;
  const text = new Float32Array(CAPTCHA_PIXELS);
  reconstruct(ink, text, { rounds, black: bytes ? 255 : 1 });
  if (!bytes) return text as T;
  const rounded = new Uint8Array(CAPTCHA_PIXELS);
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) rounded[pixel] = Math.round(text[pixel]);
  return rounded as T;
}

/** `undistort` into an array that is there already. @internal */
export function reconstruct(
  ink: Uint8Array | Float32Array,
  text: Float32Array,
  { rounds, black }: { rounds: number; black: number },
): void {
  mixture ??= mixtureOf(rippleMap(CAPTCHA_WIDTH, CAPTCHA_HEIGHT), waterMap(CAPTCHA_WIDTH, CAPTCHA_HEIGHT));
  const { starts, sources, weights, shares } = mixture;
  const { reachedCount, activeCount } = findActive(ink, mixture);
  text.fill(0);
  for (let round = 0; round <= rounds; round++) {
    laidBack.fill(0);
    for (let index = 0; index < activeCount; index++) {
      const pixel = active[index];
      const start = starts[pixel];
      const end = starts[pixel + 1];
      let difference = ink[pixel];
      if (round > 0) {
        for (let tap = start; tap < end; tap++) difference -= weights[tap] * text[sources[tap]];
      }
      if (difference === 0) continue;
      for (let tap = start; tap < end; tap++) laidBack[sources[tap]] += weights[tap] * difference;
    }
    for (let index = 0; index < reachedCount; index++) {
      const pixel = reached[index];
      const value = text[pixel] + laidBack[pixel] * shares[pixel];
      text[pixel] = value < 0 ? 0 : value > black ? black : value;
    }
  }
}

/** Fills `reached` with the text's pixels that some ink was made of, and `active` with the picture's pixels that have ink or were
 *  made of those. All others stay 0 whatever the round, for a difference is above 0 only where there is ink: most of a picture
 *  need not be looked at. */
function findActive(
  ink: Uint8Array | Float32Array,
  { starts, sources }: Mixture,
): { reachedCount: number; activeCount: number } {
  const count = ink.length;
  isReached.fill(0);
  for (let pixel = 0; pixel < count; pixel++) {
    if (ink[pixel] === 0) continue;
    for (let tap = starts[pixel]; tap < starts[pixel + 1]; tap++) isReached[sources[tap]] = 1;
  }
  let reachedCount = 0;
  let activeCount = 0;
  for (let pixel = 0; pixel < count; pixel++) {
    if (isReached[pixel] === 1) reached[reachedCount++] = pixel;
    let touches = ink[pixel] !== 0;
    for (let tap = starts[pixel]; !touches && tap < starts[pixel + 1]; tap++)
      touches = isReached[sources[tap]] === 1;
    if (touches) active[activeCount++] = pixel;
  }
  return { reachedCount, activeCount };
}

/** Two distortions in one: each pixel of the second's result as a mixture of pixels before the first. */
function mixtureOf(second: SamplingMap, first: SamplingMap): Mixture {
  const starts = new Int32Array(CAPTCHA_PIXELS + 1);
  const sources: number[] = [];
  const weights: number[] = [];
  const shown = new Float32Array(CAPTCHA_PIXELS);
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    const parts = new Map<number, number>();
    for (const [between, outer] of taps(second, pixel)) {
      for (const [source, inner] of taps(first, between)) {
        parts.set(source, (parts.get(source) ?? 0) + outer * inner);
      }
    }
    for (const [source, weight] of parts) {
      sources.push(source);
      weights.push(weight);
      shown[source] += weight;
    }
    starts[pixel + 1] = sources.length;
  }
  return {
    starts,
    sources: Uint16Array.from(sources),
    weights: Float32Array.from(weights),
    // Pixels that hardly show would be guessed from next to nothing.
    shares: shown.map((sum) => (sum > 1e-3 ? 1 / sum : 0)),
  };
}

function taps({ taps: all, right, below }: SamplingMap, pixel: number): [source: number, weight: number][] {
  const [x, y] = [right[pixel], below[pixel]];
  return [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y]
    .map((weight, corner): [number, number] => [all[4 * pixel + corner], weight])
    .filter(([source, weight]) => weight > 0 && source < CAPTCHA_PIXELS);
}
