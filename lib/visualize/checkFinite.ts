/** Throws RangeError, naming the first, when a value is not finite: a network that diverged gives such. @internal */
export function checkFinite(caller: string, values: ArrayLike<number>): void {
  for (let index = 0; index < values.length; index++) {
    if (Number.isFinite(values[index])) continue;
    throw new RangeError(
      `${caller}: values must be finite, got ${values[index]} at ${index}; the network may have diverged.`,
    );
  }
}
