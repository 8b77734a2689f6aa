import type { SizeSeries } from './sizeSeries';

/** Throws RangeError, naming the series, when it has no points or one of them is out of range. @internal */
export function checkSizeSeries({ name, points }: SizeSeries): void {
  if (points.length === 0) {
    throw new RangeError(`accuracyAgainstSize: ${name} has no points; give at least one, or leave it out.`);
  }
  const seen = new Set<number>();
  for (const { size, value, interval } of points) {
    if (!Number.isSafeInteger(size) || size < 0 || seen.has(size)) {
      throw new RangeError(
        `accuracyAgainstSize: sizes of ${name} must be different whole numbers from 0 on, got ${size}` +
          `${seen.has(size) ? ' twice' : ''}.`,
      );
    }
    seen.add(size);
    const { low, high } = interval ?? { low: value, high: value };
    if (!(low >= 0 && low <= value && value <= high && high <= 1)) {
      throw new RangeError(
        `accuracyAgainstSize: ${name} at ${size} must have 0 <= low <= value <= high <= 1, ` +
          `got ${low}, ${value} and ${high}; give shares, not percentages.`,
      );
    }
  }
}
