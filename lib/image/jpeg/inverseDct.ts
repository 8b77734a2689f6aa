import type { Component } from './frame';

// cos and sin of multiples of pi / 16, combined as Loeffler, Ligtenberg and Moschytz do, in units of 2^-13.
const C_0_298 = 2446;
const C_0_390 = 3196;
const C_0_541 = 4433;
const C_0_765 = 6270;
const C_0_899 = 7373;
const C_1_175 = 9633;
const C_1_501 = 12299;
const C_1_847 = 15137;
const C_1_961 = 16069;
const C_2_053 = 16819;
const C_2_562 = 20995;
const C_3_072 = 25172;

const BITS = 13;
const EXTRA_BITS = 2;

/** The samples of a component, blocksDown * 8 rows of blocksAcross * 8 bytes.
 *  Integer arithmetic and roundings of libjpeg's `islow` transform, which OpenCV uses: other decoders' samples differ
 *  by 1 here and there, enough to move a pixel over Otsu's threshold. */
export function samplesOf(component: Component): Uint8Array {
  const { blocksAcross, blocksDown, coefficients } = component;
  const factors = component.quantization;
  if (factors === undefined) throw new Error('damaged: a component has no data');
  const stride = blocksAcross * 8;
  const samples = new Uint8ClampedArray(stride * blocksDown * 8);
  const block = new Int32Array(64);
  for (let index = 0; index < blocksAcross * blocksDown; index++) {
    for (let k = 0; k < 64; k++) block[k] = coefficients[index * 64 + k] * factors[k];
    for (let column = 0; column < 8; column++) transform(block, column, 8, BITS - EXTRA_BITS);
    for (let row = 0; row < 8; row++) transform(block, row * 8, 1, BITS + EXTRA_BITS + 3);
    const corner = Math.floor(index / blocksAcross) * 8 * stride + (index % blocksAcross) * 8;
    for (let k = 0; k < 64; k++) {
      samples[corner + (k >> 3) * stride + (k & 7)] = block[k] + 128;
    }
  }
  return new Uint8Array(samples.buffer);
}

/** One-dimensional inverse transform, in place, of the 8 values from `start` on, `step` apart. The result is
 *  rounded and shifted right by `shift` bits. */
function transform(values: Int32Array, start: number, step: number, shift: number): void {
  const v0 = values[start];
  const v1 = values[start + step];
  const v2 = values[start + 2 * step];
  const v3 = values[start + 3 * step];
  const v4 = values[start + 4 * step];
  const v5 = values[start + 5 * step];
  const v6 = values[start + 6 * step];
  const v7 = values[start + 7 * step];
  const half = 1 << (shift - 1);
  if ((v1 | v2 | v3 | v4 | v5 | v6 | v7) === 0) {
    const flat = ((v0 << BITS) + half) >> shift;
    for (let index = 0, at = start; index < 8; index++, at += step) values[at] = flat;
    return;
  }

  const common = (v2 + v6) * C_0_541;
  const turned2 = common - v6 * C_1_847;
  const turned3 = common + v2 * C_0_765;
  const sum = (v0 + v4) << BITS;
  const difference = (v0 - v4) << BITS;

  const z5 = (v7 + v3 + v5 + v1) * C_1_175;
  const z1 = (v7 + v1) * -C_0_899;
  const z2 = (v5 + v3) * -C_2_562;
  const z3 = (v7 + v3) * -C_1_961 + z5;
  const z4 = (v5 + v1) * -C_0_390 + z5;

  const even0 = sum + turned3;
  const odd0 = v1 * C_1_501 + z1 + z4;
  const even1 = difference + turned2;
  const odd1 = v3 * C_3_072 + z2 + z3;
  const even2 = difference - turned2;
  const odd2 = v5 * C_2_053 + z2 + z4;
  const even3 = sum - turned3;
  const odd3 = v7 * C_0_298 + z1 + z3;
  values[start] = (even0 + odd0 + half) >> shift;
  values[start + step] = (even1 + odd1 + half) >> shift;
  values[start + 2 * step] = (even2 + odd2 + half) >> shift;
  values[start + 3 * step] = (even3 + odd3 + half) >> shift;
  values[start + 4 * step] = (even3 - odd3 + half) >> shift;
  values[start + 5 * step] = (even2 - odd2 + half) >> shift;
  values[start + 6 * step] = (even1 - odd1 + half) >> shift;
  values[start + 7 * step] = (even0 - odd0 + half) >> shift;
}
