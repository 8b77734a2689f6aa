import { ALPHABET } from '../../../../../lib/report/alphabet';
import { ctcOccupancy, type ColumnProbabilities } from '../../../../../lib/ctc';
import { element } from './element';

/** Neighbouring columns that name the same character. */
interface Run {
  readonly character: string;
  readonly from: number;
  to: number;
}

/** Shows which column names which character, and marks those that write the place `chosen` of the text. */
export function showColumns(
  columns: ColumnProbabilities,
  { text, chosen }: { text: string; chosen: number },
): void {
  const { steps, classes, values } = columns;
  const blank = classes - 1;
  const [...occupancy] = ctcOccupancy(
    columns,
    Array.from(text, (character) => ALPHABET.indexOf(character)),
  );
  const parts: HTMLElement[] = [];
  const runs: Run[] = [];
  for (let step = 0; step < steps; step++) {
    const shares = Array.from(values.subarray(step * classes, (step + 1) * classes));
    const bar = document.createElement('i');
    bar.style.gridColumn = String(step + 1);
    bar.style.setProperty('--share', String(1 - shares[blank]));
    if (occupancy[chosen][step] > 0.5) bar.className = 'chosen';
    parts.push(bar);
    const named = shares.indexOf(Math.max(...shares));
    if (named === blank) continue;
    const last = runs.at(-1);
    if (last?.to === step - 1 && last.character === ALPHABET[named]) last.to = step;
    else runs.push({ character: ALPHABET[named], from: step, to: step });
  }
  for (const { character, from, to } of runs) {
    const name = document.createElement('span');
    name.style.gridColumn = `${from + 1} / ${to + 2}`;
    name.textContent = character;
    parts.push(name);
  }
  const box = element('columns', HTMLElement);
  box.replaceChildren(...parts);
  const told = runs.map(({ character, from, to }) =>
    from === to
      ? `column ${from + 1} names ${character}`
      : `columns ${from + 1} to ${to + 1} name ${character}`,
  );
  box.setAttribute('aria-label', `Of ${steps} columns, ${told.join(', ')}; the others name none.`);
}
