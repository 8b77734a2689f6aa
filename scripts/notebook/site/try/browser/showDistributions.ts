import { ALPHABET } from '../../../../../lib/report/alphabet';
import type { Reading } from '../../../../../lib/reader/readCaptchas';
import { element } from './element';
import { percent } from './percent';

/** Shows for each place the probabilities of all characters as bars; their text names the three largest. */
export function showDistributions({ text, distributions }: Reading): void {
  element('distributions', HTMLElement).replaceChildren(
    ...distributions.map((shares, place) => {
      const panel = document.createElement('div');
      panel.className = 'distribution';
      panel.setAttribute('role', 'img');
      const largest = [...shares.entries()].sort(([, one], [, other]) => other - one).slice(0, 3);
      const told = largest.map(([label, share]) => `${ALPHABET[label]} ${percent(share)}`);
      panel.setAttribute('aria-label', `Place ${place + 1}: ${told.join(', ')}`);
      const heading = document.createElement('p');
      heading.textContent = `Place ${place + 1}`;
      panel.append(heading, ...shares.map((share, label) => rowOf(ALPHABET[label], share, text[place])));
      return panel;
    }),
  );
}

function rowOf(character: string, share: number, read: string): HTMLElement {
  const row = document.createElement('div');
  row.className = character === read ? 'row read' : 'row';
  const [name, track, bar, number] = ['span', 'div', 'i', 'small'].map((tag) => document.createElement(tag));
  name.textContent = character;
  bar.style.setProperty('--share', String(share));
  track.append(bar);
  number.textContent = share < 0.0005 ? '' : percent(share);
  row.append(name, track, number);
  return row;
}
