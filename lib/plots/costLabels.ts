import type { CostPoint } from './costPoint';

/** What a network costs. @internal */
export type Cost = 'parameters' | 'multiplyAdds';

/** Costs are shown in millions. @internal */
export const MILLION = 1e6;
/** Points closer than this share one label; it would be written over itself. */
const CLOSE = 0.02;

/** The labels of all points that lie at this one, on the first of them; none on the others. @internal */
export function sharedLabel(point: CostPoint, points: readonly CostPoint[], cost: Cost): string {
  const here = points.filter(
    (other) => other[cost] === point[cost] && Math.abs(other.value - point.value) < CLOSE,
  );
  return here[0] === point ? here.map(({ label }) => label).join(', ') : '';
}

/** Beside the point, ours to the left and theirs to the right; of several at the same cost above the highest and below the
 *  others, or they would be written over each other.
 *  @internal */
export function labelPlace(
  { source, value, ...point }: CostPoint,
  points: readonly CostPoint[],
  cost: Cost,
): 'top center' | 'bottom center' | 'middle left' | 'middle right' {
  const others = points.filter(
    (other) => other[cost] === point[cost] && Math.abs(other.value - value) >= CLOSE,
  );
  if (others.length === 0) return source === 'report' ? 'middle right' : 'middle left';
  return others.every((other) => other.value < value) ? 'top center' : 'bottom center';
}

/** Round numbers in the range of a cost, with room for labels at both ends. @internal */
export function ticks(points: readonly CostPoint[], cost: Cost): object {
  const values = points.map((point) => point[cost] / MILLION);
  const [low, high] = [Math.min(...values) / 1.7, Math.max(...values) * 1.7];
  const all = [-2, -1, 0, 1, 2, 3, 4].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  const tickvals = all.filter((value) => value >= low && value <= high);
  return {
    range: [Math.log10(low), Math.log10(high)],
    tickvals,
    ticktext: tickvals.map((value) => String(Number(value.toPrecision(2)))),
  };
}
