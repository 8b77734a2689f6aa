/** Whichever of left, above and above left is nearest to left + above - aboveLeft; ties in this order.
 *  Source: PNG specification (ISO/IEC 15948), 9.4. @internal */
export function paeth(left: number, above: number, aboveLeft: number): number {
  const toLeft = Math.abs(above - aboveLeft);
  const toAbove = Math.abs(left - aboveLeft);
  const toBoth = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toBoth) return left;
  return toAbove <= toBoth ? above : aboveLeft;
}
