import { checkWhole } from '../checks';
import type { ColumnProbabilities } from './columnProbabilities';

export interface BeamSearchOptions {
  /** Characters of the text, or fewest and most where lengths vary. */
  readonly length: number | { readonly min: number; readonly max: number };
  /** Beginnings of texts that are followed at a time; 16 by default. */
  readonly beams?: number;
}

interface Beam {
  readonly labels: readonly number[];
  /** Probability of the beginning with a blank last, and with its last character last. */
  blank: number;
  open: number;
}

/** The most probable texts of `length` characters, or of the lengths it allows, that the columns may spell, the most probable first, as lists of labels;
 *  at most `beams`. Beginnings are followed from column to column and all ways to write each are added up; longer ones are not
 *  followed. Approximate: an end that was improbable at first may be lost. Throws RangeError when an option is no whole
 *  number of at least 1. Source: Graves 2012, section 7.5 (prefix search), kept to a beam. */
export function beamSearch(
  { steps, classes, values }: ColumnProbabilities,
  { length, beams = 16 }: BeamSearchOptions,
): number[][] {
  const { min, max } = typeof length === 'number' ? { min: length, max: length } : length;
  const lengths: Record<string, number> =
    typeof length === 'number' ? { length } : { 'length.min': min, 'length.max': max };
  checkWhole('beamSearch', { ...lengths, beams }, 1);
  if (min > max) {
    throw new RangeError(`beamSearch: length.min must be at most length.max, got ${min} and ${max}.`);
  }
  let kept: Beam[] = [{ labels: [], blank: 1, open: 0 }];
  for (let step = 0; step < steps; step++) {
    const next = new Map<string, Beam>();
    const at = (labels: readonly number[]): Beam => {
      const key = labels.join();
      let beam = next.get(key);
      if (!beam) next.set(key, (beam = { labels, blank: 0, open: 0 }));
      return beam;
    };
    const probability = (label: number): number => values[step * classes + label];
    for (const { labels, blank, open } of kept) {
      const same = at(labels);
      same.blank += (blank + open) * probability(classes - 1);
      const last = labels.at(-1);
      if (last !== undefined) same.open += open * probability(last);
      if (labels.length === max) continue;
      for (let label = 0; label < classes - 1; label++) {
        // A column with next to no sign of a character cannot begin it.
        if (probability(label) < 1e-6) continue;
        at([...labels, label]).open += (label === last ? blank : blank + open) * probability(label);
      }
    }
    kept = strongest(next, { steps: steps - step - 1, length: min, beams });
  }
  return kept.filter(({ labels }) => labels.length >= min).map(({ labels }) => [...labels]);
}

/** The beams to go on with, scaled so that nothing underflows. Those that can no longer become long enough are dropped. */
function strongest(
  beams: ReadonlyMap<string, Beam>,
  { steps, length, beams: count }: { steps: number; length: number; beams: number },
): Beam[] {
  const able = [...beams.values()].filter(({ labels }) => labels.length + steps >= length);
  const kept = able.sort((one, other) => other.blank + other.open - one.blank - one.open).slice(0, count);
  const sum = kept.reduce((total, { blank, open }) => total + blank + open, 0);
  if (sum > 0) {
    for (const beam of kept) {
      beam.blank /= sum;
      beam.open /= sum;
    }
  }
  return kept;
}
