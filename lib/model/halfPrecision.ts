const WORDS = new Float32Array(1);
const BITS = new Uint32Array(WORDS.buffer);

/** float32 values as IEEE 754 half-precision bits; ties go to even, as hardware rounds.
 *  Throws RangeError for a value that is not finite or beyond ±65,504, the largest half. @internal */
export function halfPrecision(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, (value) => {
    // From 65,520 on a value rounds to more than the largest half.
    if (!(Math.abs(value) < 65_520)) {
      throw new RangeError(
        `saveModel: a weight of ${value} does not fit precision 'half'; save it as 'full'.`,
      );
    }
    return halfBits(value);
  });
}

function halfBits(value: number): number {
  WORDS[0] = value;
  const [bits] = BITS;
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  // A half has the bias 15 where a float has 127; below 2^-14 it loses a digit for each power of two.
  const shift = 13 + Math.max(0, 113 - exponent);
  if (shift > 24) return sign;
  const whole = exponent < 113 ? fraction | 0x800000 : ((exponent - 112) << 23) | fraction;
  const kept = whole >>> shift;
  const rest = whole & ((1 << shift) - 1);
  const middle = 1 << (shift - 1);
  // Rounding up may carry into the exponent, which is just what it should do.
  return sign | (kept + (rest > middle || (rest === middle && kept & 1) ? 1 : 0));
}
