import { deflateSync } from 'node:zlib';

/** Weights made smaller without loss: of values of two bytes all first bytes come before all second ones, which lets what follows
 *  find that signs and exponents are alike, then deflated. `unpackWeights` in the page undoes it.
 *  bytesOfValue: 2 when all values are in half precision, else 1, which leaves them in their order. */
export function packWeights(weights: Uint8Array, bytesOfValue: number): Buffer {
  const count = weights.length / bytesOfValue;
  if (!Number.isInteger(count)) {
    throw new RangeError(
      `packWeights: weights must be values of ${bytesOfValue} bytes, got ${weights.length} bytes; the file is cut off.`,
    );
  }
  const apart = new Uint8Array(weights.length);
  for (let index = 0; index < weights.length; index++) {
    apart[(index % bytesOfValue) * count + Math.floor(index / bytesOfValue)] = weights[index];
  }
  return deflateSync(apart, { level: 9 });
}
