import type { WarpMap } from '../image';

const PAPER = 255;

/** A function that turns crops by `map`: the crop is those bytes of `pixels` that begin at `from`, the turned one is written to `target`
 *  from `offset` on. What comes from outside is 255. Equals `warpByMap`, with fewer reads: the crop lies between paper on all sides, so
 *  that one place tells all four of a pixel's sources, and two fractions their weights.
 *  @internal */
export function createTurn(
  map: WarpMap,
  pixels: Uint8Array,
): (from: number, target: Uint8Array, offset: number) => void {
  const { sourceWidth: width, sourceHeight: height } = map;
  const size = width * height;
  const stride = width + 2;
  // One row above the crop and two below: the last two are the four sources of what is outside altogether.
  const source = new Uint8Array(stride * (height + 3)).fill(PAPER);
  const steps = Int32Array.from({ length: size }, (_, pixel) => {
    const slot = pixel * 4;
    return (placeOf(map, slot, stride) << 10) | (fraction(map, slot, 1) << 5) | fraction(map, slot, 2);
  });
  return (from, target, offset) => {
    for (let y = 0, at = from, to = stride + 1; y < height; y++, to += stride) {
      for (let x = 0; x < width; x++, at++) source[to + x] = pixels[at];
    }
    for (let pixel = 0; pixel < size; pixel++) {
      const step = steps[pixel];
      const place = step >> 10;
      const under = place + stride;
      const right = (step >> 5) & 31;
      const above = 32 * source[place] + right * (source[place + 1] - source[place]);
      const below = 32 * source[under] + right * (source[under + 1] - source[under]);
      target[offset + pixel] = (32 * above + (step & 31) * (below - above) + 512) >> 10;
    }
  };
}

/** Where in the crop with paper around it the upper left of the four sources is, told from whichever of them is inside. */
function placeOf({ sourceWidth, sourceHeight, taps }: WarpMap, slot: number, stride: number): number {
  const outside = sourceWidth * sourceHeight;
  const inside = [0, 1, 2, 3].find((tap) => taps[slot + tap] !== outside);
  if (inside === undefined) return stride * (sourceHeight + 1);
  const x = (taps[slot + inside] % sourceWidth) - (inside % 2);
  const y = Math.floor(taps[slot + inside] / sourceWidth) - (inside >> 1);
  return (y + 1) * stride + x + 1;
}

/** The right (1) or lower (2) sources' share in units of 1/32: the sum of their two weights. */
function fraction({ weights }: WarpMap, slot: number, side: 1 | 2): number {
  return (weights[slot + side] + weights[slot + 3]) >> 10;
}
