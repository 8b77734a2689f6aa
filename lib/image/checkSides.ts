/** Throws RangeError, naming the caller, unless both sides are positive integers. @internal */
export function checkSides(
  caller: string,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  for (const [name, value] of [['width', width] as const, ['height', height] as const]) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${caller}: ${name} must be a positive integer, got ${value}.`);
    }
  }
}
