/** Where sizes stand on an axis, and what is written there. @internal */
export interface SizePositions {
  readonly position: (size: number) => number;
  readonly range: [number, number];
  readonly tickvals: number[];
  readonly ticktext: string[];
  /** Where a logarithmic axis is cut between 0 and the smallest size above it. */
  readonly cut?: number;
}

/** Least distance of two numbers below the axis, as a share of it: they do not touch on a telephone. */
const APART = 0.11;

/** Positions are sizes on a linear axis and their decadic logarithms on a logarithmic one. On the latter 0 has no place
 *  of its own; it stands at the left of the smallest other size, a sixth of the way that the others take but no less than
 *  a fifth of a decade, with a cut between. Sizes themselves are the ticks, from the left, leaving out those too close.
 *  @internal */
export function sizePositions(sizes: readonly number[], scale: 'log' | 'linear'): SizePositions {
  const all = [...new Set(sizes)].sort((one, other) => one - other);
  const logarithms = all.filter((size) => size > 0).map(Math.log10);
  const log = scale === 'log' && logarithms.length > 0;
  const [first, last] = [logarithms[0], logarithms[logarithms.length - 1]];
  const step = Math.max(0.2, (last - first) / 6);
  const position = (size: number): number => {
    if (!log) return size;
    return size === 0 ? first - step : Math.log10(size);
  };
  const [low, high] = [position(all[0]), position(all[all.length - 1])];
  // A single size has no extent of its own.
  const extent = high - low || (log ? 1 : Math.max(1, high));
  const range: [number, number] = [low - 0.05 * extent, high + 0.05 * extent];
  const shown: number[] = [];
  for (const size of all) {
    const before = shown.at(-1);
    if (before === undefined || position(size) - position(before) >= APART * extent) shown.push(size);
  }
  return {
    position,
    range,
    tickvals: shown.map(position),
    ticktext: shown.map(String),
    ...(log && all[0] === 0 ? { cut: first - step / 2 } : {}),
  };
}
