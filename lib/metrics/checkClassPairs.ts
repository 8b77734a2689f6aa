/** Throws RangeError, naming the caller, unless `truth` and `predicted` are of one length, not empty, and hold
 *  whole numbers from 0 to below `classes`. */
export function checkClassPairs(
  caller: string,
  truth: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes = Infinity,
): void {
  if (truth.length === 0) {
    throw new RangeError(`${caller}: truth is empty; a measure needs at least one example.`);
  }
  if (truth.length !== predicted.length) {
    throw new RangeError(
      `${caller}: truth has ${truth.length} examples and predicted ${predicted.length}; give one prediction per example.`,
    );
  }
  for (const [name, values] of [['truth', truth] as const, ['predicted', predicted] as const]) {
    for (let example = 0; example < values.length; example++) {
      const value = values[example];
      if (!Number.isInteger(value) || value < 0 || value >= classes) {
        const rule = classes === Infinity ? 'a whole number from 0 on' : `a class from 0 to ${classes - 1}`;
        throw new RangeError(`${caller}: ${name}[${example}] must be ${rule}, got ${value}.`);
      }
    }
  }
}
