import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../report';
import { createRandom, deriveSeed, type Random } from '../random';
import { CAPTCHA_PIXELS } from './inkOf';
import { layCurve, noiseBank, type InkedCurve } from './noiseBank';
import type { ReaderSet } from './readerSet';
import { reconstruct, UNDISTORT_ROUNDS } from './undistort';

/** One kind of pictures to learn from. */
export interface ReaderSource {
  readonly set: ReaderSet;
  /** Share of each batch; shares are relative to each other. */
  readonly share: number;
  /** Noise curves laid over each picture: 2 for pictures drawn without; a picture that has its own may get more, each
   *  with the probability that the fraction says. */
  readonly curves: number;
}

/** A batch for the reader, overwritten by the next. @internal */
export interface ReaderBatch {
  /** batchSize x 10,000: the text's ink before the distortion, 0 to 1. */
  readonly input: Float32Array;
  /** batchSize x 5 classes. */
  readonly labels: Uint8Array;
  /** batchSize x 5: x of each character's middle; NaN where it is not known. */
  readonly centres: Float32Array;
}

/** Curves drawn beforehand. */
const BANK = 1000;
/** How much the ink of a picture varies: strength, and grain on each pixel that has ink (uniform, both ways). */
const STRENGTH = [0.9, 1.1] as const;
const GRAIN = 0.06;
/** Largest shift of the text in pixels, to the sides and up and down. */
const SHIFT_X = 3;
const SHIFT_Y = 1;

/** A function that gives the next batch. @internal */
export function createReaderBatches(
  sources: readonly ReaderSource[],
  { batchSize, seed }: { batchSize: number; seed: number },
): () => ReaderBatch {
  const random = createRandom(deriveSeed(seed, 'reader'));
  const bank = noiseBank(BANK, seed);
  const next = drawFrom(sources, random);
  const input = new Float32Array(batchSize * CAPTCHA_PIXELS);
  const labels = new Uint8Array(batchSize * CAPTCHA_LENGTH);
  const centres = new Float32Array(batchSize * CAPTCHA_LENGTH);
  const picture = new Float32Array(CAPTCHA_PIXELS);
  const text = new Float32Array(CAPTCHA_PIXELS);
  return () => {
    for (let slot = 0; slot < batchSize; slot++) {
      const { source, index } = next();
      soil(picture, source, index, { random, bank });
      reconstruct(picture, text, { rounds: UNDISTORT_ROUNDS, black: 1 });
      const dx = random.integer(2 * SHIFT_X + 1) - SHIFT_X;
      const dy = random.integer(2 * SHIFT_Y + 1) - SHIFT_Y;
      shiftInto(input.subarray(slot * CAPTCHA_PIXELS, (slot + 1) * CAPTCHA_PIXELS), text, dx, dy);
      for (let place = 0; place < CAPTCHA_LENGTH; place++) {
        const from = index * CAPTCHA_LENGTH + place;
        labels[slot * CAPTCHA_LENGTH + place] = source.set.labels[from];
        centres[slot * CAPTCHA_LENGTH + place] = (source.set.centres?.[from] ?? NaN) + dx;
      }
    }
    return { input, labels, centres };
  };
}

/** Pictures by the sources' shares, each source in a shuffled order that begins anew when it is through. */
function drawFrom(
  sources: readonly ReaderSource[],
  random: Random,
): () => { source: ReaderSource; index: number } {
  const total = sources.reduce((sum, { share }) => sum + share, 0);
  const orders = sources.map(({ set }) => ({
    order: Uint32Array.from({ length: set.count }, (_, index) => index),
    at: set.count,
  }));
  return () => {
    let place = random.uniform() * total;
    let chosen = 0;
    while (chosen < sources.length - 1 && place >= sources[chosen].share) place -= sources[chosen++].share;
    const queue = orders[chosen];
    if (queue.at === queue.order.length) {
      random.shuffle(queue.order);
      queue.at = 0;
    }
    return { source: sources[chosen], index: queue.order[queue.at++] };
  };
}

/** A picture as it might have come: ink of another strength, more curves, grain; 0 to 1 into `picture`. */
function soil(
  picture: Float32Array,
  { set, curves }: ReaderSource,
  index: number,
  { random, bank }: { random: Random; bank: readonly InkedCurve[] },
): void {
  const strength = STRENGTH[0] + (STRENGTH[1] - STRENGTH[0]) * random.uniform();
  const from = index * CAPTCHA_PIXELS;
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    picture[pixel] = Math.min(1, (set.ink[from + pixel] / 255) * strength);
  }
  const count = Math.floor(curves) + (random.uniform() < curves % 1 ? 1 : 0);
  const first = random.integer(2);
  for (let curve = 0; curve < count; curve++) {
    // One of either kind in turn, as the generator lays them.
    layCurve(picture, bank[2 * random.integer(bank.length / 2) + ((first + curve) % 2)]);
  }
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    if (picture[pixel] <= 0.02) continue;
    const ink = picture[pixel] + GRAIN * (2 * random.uniform() - 1);
    picture[pixel] = Math.min(1, Math.max(0, ink));
  }
}

function shiftInto(target: Float32Array, source: Float32Array, dx: number, dy: number): void {
  target.fill(0);
  const from = Math.max(0, -dx);
  const to = Math.min(CAPTCHA_WIDTH, CAPTCHA_WIDTH - dx);
  for (let y = Math.max(0, dy); y < Math.min(CAPTCHA_HEIGHT, CAPTCHA_HEIGHT + dy); y++) {
    const row = (y - dy) * CAPTCHA_WIDTH;
    target.set(source.subarray(row + from, row + to), y * CAPTCHA_WIDTH + from + dx);
  }
}
