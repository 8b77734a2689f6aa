interface Size {
  readonly width: number;
  readonly height: number;
}

/** One value a pixel, row-major, at another size: along each axis by a triangle as wide as the step, or as a pixel where it grows, which is then linear
 *  interpolation. At the border what lies outside counts for nothing. @internal */
export function scalePlane(plane: Float32Array, from: Size, to: Size): Float32Array {
  const across = weights(from.width, to.width);
  const down = weights(from.height, to.height);
  const rows = new Float32Array(from.height * to.width);
  for (let y = 0; y < from.height; y++) {
    across.forEach(({ first, shares }, x) => {
      let sum = 0;
      for (let tap = 0; tap < shares.length; tap++) sum += shares[tap] * plane[y * from.width + first + tap];
      rows[y * to.width + x] = sum;
    });
  }
  const result = new Float32Array(to.height * to.width);
  down.forEach(({ first, shares }, y) => {
    for (let tap = 0; tap < shares.length; tap++) {
      const row = (first + tap) * to.width;
      for (let x = 0; x < to.width; x++) result[y * to.width + x] += shares[tap] * rows[row + x];
    }
  });
  return result;
}

/** For each of the `to` values, from where on and in which shares the `from` values make it. */
function weights(from: number, to: number): { first: number; shares: number[] }[] {
  const step = from / to;
  return Array.from({ length: to }, (_, index) => {
    const middle = (index + 0.5) * step;
    const reach = Math.max(1, step);
    const first = Math.max(0, Math.ceil(middle - reach - 0.5));
    const last = Math.min(from - 1, Math.floor(middle + reach - 0.5));
    const shares: number[] = [];
    for (let at = first; at <= last; at++) shares.push(Math.max(0, 1 - Math.abs(at + 0.5 - middle) / reach));
    const sum = shares.reduce((all, share) => all + share, 0);
    return { first, shares: shares.map((share) => share / sum) };
  });
}
