import { CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH } from '../data';
import { createRandom, deriveSeed, type Random } from '../random';
import { CAPTCHA_PIXELS } from './inkOf';
import { layCurve, noiseBank, type InkedCurve } from './noiseBank';
import type { ReaderSet } from './readerSet';

/** One kind of pictures to learn from. */
export interface ReaderSource {
  readonly set: ReaderSet;
  /** Share of each batch; shares are relative to each other. */
  readonly share: number;
  /** Noise curves laid over each picture: 2 for pictures drawn without; a picture that has its own may get more, each
   *  with the probability that the fraction says. */
  readonly curves: number;
}

/** Curves drawn beforehand. */
const BANK = 1000;
/** How much the ink of a picture varies: strength, and grain on each pixel (uniform, both ways). */
const STRENGTH = [0.85, 1.1] as const;
const GRAIN = 0.04;

/** A function that gives the next batch: input of batchSize x 10,000 values from 0 to 1, and batchSize x 5 classes. Both are
 *  overwritten by the next call. @internal */
export function createReaderBatches(
  sources: readonly ReaderSource[],
  { batchSize, seed }: { batchSize: number; seed: number },
): () => { readonly input: Float32Array; readonly labels: Uint8Array } {
  const random = createRandom(deriveSeed(seed, 'reader'));
  const bank = noiseBank(BANK, seed);
  const next = drawFrom(sources, random);
  const input = new Float32Array(batchSize * CAPTCHA_PIXELS);
  const labels = new Uint8Array(batchSize * CAPTCHA_LENGTH);
  return () => {
    for (let slot = 0; slot < batchSize; slot++) {
      const { source, index } = next();
      varied(source, index, { random, bank, target: input, offset: slot * CAPTCHA_PIXELS });
      const from = index * CAPTCHA_LENGTH;
      labels.set(source.set.labels.subarray(from, from + CAPTCHA_LENGTH), slot * CAPTCHA_LENGTH);
    }
    return { input, labels };
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

function varied(
  { set, curves }: ReaderSource,
  index: number,
  {
    random,
    bank,
    target,
    offset,
  }: { random: Random; bank: readonly InkedCurve[]; target: Float32Array; offset: number },
): void {
  const dx = random.integer(3) - 1;
  const dy = random.integer(3) - 1;
  const strength = STRENGTH[0] + (STRENGTH[1] - STRENGTH[0]) * random.uniform();
  const from = index * CAPTCHA_PIXELS;
  for (let y = 0; y < CAPTCHA_HEIGHT; y++) {
    const sourceY = y - dy;
    for (let x = 0; x < CAPTCHA_WIDTH; x++) {
      const sourceX = x - dx;
      const inside = sourceX >= 0 && sourceX < CAPTCHA_WIDTH && sourceY >= 0 && sourceY < CAPTCHA_HEIGHT;
      const ink = inside ? set.ink[from + sourceY * CAPTCHA_WIDTH + sourceX] / 255 : 0;
      target[offset + y * CAPTCHA_WIDTH + x] = ink * strength;
    }
  }
  const count = Math.floor(curves) + (random.uniform() < curves % 1 ? 1 : 0);
  for (let curve = 0; curve < count; curve++) {
    // One of either kind, as the generator lays them.
    layCurve(target, offset, bank[2 * random.integer(bank.length / 2) + (curve % 2)]);
  }
  for (let pixel = 0; pixel < CAPTCHA_PIXELS; pixel++) {
    const ink = target[offset + pixel] + GRAIN * (2 * random.uniform() - 1);
    target[offset + pixel] = Math.min(1, Math.max(0, ink));
  }
}
