import { tf } from 'captcha-lab/tensorflow';

/** `count` values in [-1, 1), as scripts/fixtures/keras_reference.py spreads them: a multiplicative hash of the index. */
export function spread(count: number, salt: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const hashed = (Math.imul(index, 0x9e3779b1) + salt * 40503) >>> 0;
    return hashed / 2 ** 31 - 1;
  });
}

/** Gives a model the fixture's weights. */
export function setFormulaWeights(model: tf.LayersModel): void {
  tf.tidy(() => {
    model.setWeights(
      model.getWeights().map((weight, salt) => {
        const { shape } = weight;
        const fans = shape.length > 1 ? shape.slice(0, -1).reduce((product, size) => product * size, 1) : 100;
        const values = spread(weight.size, salt).map((value) => value * Math.sqrt(6 / fans));
        return tf.tensor(Float32Array.from(values), shape);
      }),
    );
  });
}

/** The fixture's four pictures, 0–255, [4, 38, 21, 1] row-major. */
export function formulaPixels(): Float32Array {
  return Float32Array.from(spread(4 * 38 * 21, 99), (value) => Math.floor((value + 1) * 128));
}

/** float32 values that the fixture stores as base64. */
export function unpack(base64: string): Float32Array {
  return new Float32Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
}

/** All weights of a model, one after the other. */
export function flatWeights(model: tf.LayersModel): number[] {
  return model.getWeights().flatMap((weight) => [...weight.dataSync()]);
}

/** The largest difference between two lists of one length. */
export function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) return Infinity;
  let largest = 0;
  for (let index = 0; index < ours.length; index++) {
    const difference = Math.abs(ours[index] - theirs[index]);
    // NaN compares with nothing: it must not pass as no difference.
    if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
  }
  return largest;
}
