import type { tf } from '../../../../../lib/tensorflow';
import { element } from '../../try/browser/element';
import { paintSized, rgbaOf } from '../../try/browser/paint';
import type { DrawnCharacter } from '../networkData';
import { drawCharacter } from './drawCharacter';
import { strongestOf, type Answered } from './strongestOf';

/** The characters that a filter answers most, shown as far as they are known. */
export interface StrongestPanel {
  show(layer: string, filter: number): void;
}

interface Known {
  found: readonly (readonly Answered[])[];
  done: number;
}

/** Sets the panel up. A layer is looked through when it is first shown; what was found is kept. */
export function strongestPanel({
  model,
  inputScale,
  characters,
}: {
  model: tf.LayersModel;
  inputScale: number;
  characters: readonly DrawnCharacter[];
}): StrongestPanel {
  const known = new Map<string, Known>();
  let shown = { layer: '', filter: 0 };
  const paint = (): void => {
    const { found, done } = known.get(shown.layer) ?? { found: [], done: 0 };
    const box = element('strongest', HTMLElement);
    box.dataset.done = String(done);
    element('looked-at', HTMLElement).textContent =
      done < characters.length ? 'Still looking through them …' : '';
    box.replaceChildren(
      ...(found.at(shown.filter) ?? [])
        .filter(({ response }) => response > 0)
        .map(({ index, response }) => {
          const { text, place } = characters[index];
          const tile = document.createElement('div');
          const canvas = document.createElement('canvas');
          canvas.className = 'crop';
          canvas.setAttribute('role', 'img');
          paintSized(
            canvas,
            rgbaOf(drawCharacter(characters[index])),
            `${text[place]}, answered with ${response.toFixed(2)}`,
          );
          tile.append(canvas, response.toFixed(2));
          return tile;
        }),
    );
    if (box.children.length === 0) box.textContent = done === 0 ? '' : 'It answers none of them.';
  };
  const find = (layer: string): void => {
    const told = (found: Known['found'], done: number): boolean => {
      known.set(layer, { found, done });
      if (shown.layer === layer) paint();
      const on = shown.layer === layer;
      // Half looked through is begun anew when it is shown again.
      if (!on && done < characters.length) known.delete(layer);
      return on;
    };
    known.set(layer, { found: [], done: 0 });
    void strongestOf(model, characters, { layer, inputScale, told });
  };
  return {
    show(layer, filter) {
      shown = { layer, filter };
      if (!known.has(layer)) find(layer);
      paint();
    },
  };
}
