import { heatMapOver } from '../../../../../lib/visualize/heatMapOver';
import type { Inspection } from './inspectCaptcha';
import { paint } from './paint';
import { percent } from './percent';
import { showColumns } from './showColumns';

const radios = (): HTMLInputElement[] =>
  Array.from(document.querySelectorAll<HTMLInputElement>('input[name=place]'));

/** Names the five characters that can be chosen and shows where the network looked for the one that is. */
export function showPlaces(inspection: Inspection): void {
  const { text, characters } = inspection.reading;
  radios().forEach((radio, place) => {
    const label = radio.closest('label')!;
    label.querySelector('.letter')!.textContent = text[place];
    label.querySelector('.share')!.textContent = percent(characters[place]);
    radio.onchange = () => {
      showChosen(inspection);
    };
  });
  showChosen(inspection);
}

function showChosen({ straight, columns, maps, reading: { text } }: Inspection): void {
  const chosen = radios().findIndex(({ checked }) => checked);
  const { character, width, height, values } = maps[chosen];
  const strongest = values.indexOf(Math.max(...values)) % width;
  const where = `strongest ${Math.round((100 * (strongest + 0.5)) / width)}% of the way from left to right`;
  paint(
    'looked',
    heatMapOver(straight, { width, height, values }),
    `Heat map of place ${chosen + 1}, ${character}: ${where}`,
  );
  showColumns(columns, { text, chosen });
}
