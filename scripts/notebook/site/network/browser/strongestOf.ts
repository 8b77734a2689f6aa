import type { tf } from '../../../../../lib/tensorflow';
import { filterCount } from '../../../../../lib/visualize/checkFilters';
import { strongestExamples } from '../../../../../lib/visualize/strongestExamples';
import { EXAMPLES_OF_CLASS, STRONGEST_CHARACTERS, type DrawnCharacter } from '../networkData';
import { drawCharacter } from './drawCharacter';

/** A character and a filter's largest value in it. */
export interface Answered {
  /** In the list that was given. */
  readonly index: number;
  readonly response: number;
}

/** Finds for each filter of a layer the characters that it answers most, the strongest first; ties: the lower index first. The
 *  page stays alive in between: `told` is called after each ten characters with what was found by then and returns whether to go
 *  on. */
export async function strongestOf(
  model: tf.LayersModel,
  characters: readonly DrawnCharacter[],
  {
    layer,
    inputScale,
    told,
  }: {
    layer: string;
    inputScale: number;
    told: (found: readonly (readonly Answered[])[], done: number) => boolean;
  },
): Promise<void> {
  const filters = Array.from({ length: filterCount(model.getLayer(layer)) }, (_, filter) => filter);
  let found: readonly (readonly Answered[])[] = filters.map(() => []);
  for (let from = 0; from < characters.length; from += EXAMPLES_OF_CLASS) {
    // A task of its own for each part: what is typed or drawn meanwhile comes in between.
    await new Promise((resolve) => setTimeout(resolve));
    const some = characters.slice(from, from + EXAMPLES_OF_CLASS).map(drawCharacter);
    const part = strongestExamples(model, some, { layer, filters, inputScale, count: STRONGEST_CHARACTERS });
    found = found.map((known, filter) => {
      const { examples, responses } = part[filter];
      const more = examples.map((example, rank) => ({ index: from + example, response: responses[rank] }));
      return [...known, ...more]
        .sort((one, other) => other.response - one.response || one.index - other.index)
        .slice(0, STRONGEST_CHARACTERS);
    });
    if (!told(found, from + some.length)) return;
  }
}
