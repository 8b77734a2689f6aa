import type { ColumnProbabilities } from './columnProbabilities';
import { ctcLabel, ctcStep } from './ctcStep';

/** How probable it is, given that the columns spell exactly `labels`, that a column writes each of their characters: for each
 *  place of the text one value a column, 0 to 1. What a column lacks to a sum of 1 over the places is blank. All 0 when the
 *  columns cannot spell the text.
 *  Source: Graves et al. 2006, section 4.1 (forward and backward variables), each step scaled to a sum of 1. */
export function ctcOccupancy(columns: ColumnProbabilities, labels: ArrayLike<number>): Float64Array[] {
  const { steps } = columns;
  const states = 2 * labels.length + 1;
  const forward = sweep(columns, labels);
  // Read from right to left the text is spelt backwards; a state's own probability then stands in both sweeps.
  const backward = sweep(reversed(columns), Array.from(labels).reverse());
  const occupancy = Array.from({ length: labels.length }, () => new Float64Array(steps));
  for (let step = 0; step < steps; step++) {
    let sum = 0;
    const shares = Array.from({ length: states }, (_, state) => {
      const own = columns.values[step * columns.classes + ctcLabel(state, columns.classes, labels)];
      const there = forward[step * states + state];
      const back = backward[(steps - 1 - step) * states + states - 1 - state];
      const share = own > 0 ? (there * back) / own : 0;
      sum += share;
      return share;
    });
    if (!(sum > 0)) return occupancy.map(() => new Float64Array(steps));
    occupancy.forEach((place, index) => (place[step] = shares[2 * index + 1] / sum));
  }
  return occupancy;
}

/** For each step the probability of being in each state, as far as read. */
function sweep(columns: ColumnProbabilities, labels: ArrayLike<number>): Float64Array {
  const states = 2 * labels.length + 1;
  const all = new Float64Array(columns.steps * states);
  for (let step = 0; step < columns.steps; step++) {
    const before = all.subarray((step - 1) * states, step * states);
    const now = all.subarray(step * states, (step + 1) * states);
    ctcStep(columns, labels, { step, before, now });
  }
  return all;
}

function reversed({ steps, classes, values }: ColumnProbabilities): ColumnProbabilities {
  const turned = new Float64Array(values.length);
  for (let step = 0; step < steps; step++) {
    turned.set(values.subarray((steps - 1 - step) * classes, (steps - step) * classes), step * classes);
  }
  return { steps, classes, values: turned };
}
