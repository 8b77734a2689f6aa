/** a * b / 255 for bytes, rounded as Java2D's table does. */
export function multiplyBytes(a: number, b: number): number {
  return (a * b * 0x10101 + 0x800000) >>> 24;
}

/** Alpha of a pixel of alpha `below` after one of alpha `above` is laid over it. */
export function overlayAlpha(above: number, below: number): number {
  return above + multiplyBytes(255 - above, below);
}
