import type { Knob } from '../../../../../lib/generator/hardenedCaptcha';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { deriveSeed } from '../../../../../lib/random/deriveSeed';
import { DUEL_PICTURES } from '../duelBody';
import { drawCaptcha } from './drawCaptcha';
import { duelCsv, duelTable, type DuelTurn } from './duelTable';
import { element } from './element';
import { paint, rgbaOf } from './paint';

/** What the contest needs of the page. */
export interface DuelOptions {
  /** What the network reads. */
  readonly read: (image: GreyImage) => string;
  readonly knobs: () => readonly Knob[];
  /** From which the pictures follow. */
  readonly seed: () => number;
}

/** Sets up the contest. */
export function duel({ read, knobs, seed }: DuelOptions): void {
  const form = element('duel', HTMLFormElement);
  const field = element('duel-text', HTMLInputElement);
  const start = element('duel-start', HTMLButtonElement);
  const result = element('duel-result', HTMLElement);
  let turns: DuelTurn[] = [];
  let turned: readonly Knob[] = [];
  let from = 0;
  let shown: { seed: number; text: string; image: GreyImage; at: number };

  const next = (): void => {
    const own = deriveSeed(from, 'duel', turns.length);
    shown = { seed: own, ...drawCaptcha({ seed: own, knobs: turned }), at: 0 };
    paint('duel-picture', rgbaOf(shown.image), 'A CAPTCHA to read');
    field.value = '';
    field.focus();
    element('duel-told', HTMLElement).textContent =
      `Picture ${turns.length + 1} of ${DUEL_PICTURES}. No capitals; leave it empty if you cannot tell.`;
    shown.at = performance.now();
  };
  const end = (): void => {
    form.hidden = true;
    start.hidden = false;
    start.textContent = 'Play again';
    start.focus();
    if (turns.length === 0) return;
    result.hidden = false;
    element('duel-rows', HTMLElement).replaceChildren(
      ...duelTable(turns).map(({ who, right, share, seconds }) => {
        const row = document.createElement('tr');
        const cells = [who, right, share, seconds].map((text, column) => {
          const cell = document.createElement(column === 0 ? 'th' : 'td');
          if (column === 0) cell.setAttribute('scope', 'row');
          cell.textContent = text;
          return cell;
        });
        row.append(...cells);
        return row;
      }),
    );
    const missed = turns
      .filter(({ text, typed, read: its }) => text !== typed || text !== its)
      .map(({ text, typed, read: its }) => `${text} (you ${typed || 'nothing'}, it ${its || 'nothing'})`);
    element('duel-missed', HTMLElement).textContent =
      missed.length === 0 ? 'Neither missed one.' : `Missed by one or both: ${missed.join(', ')}.`;
  };
  start.onclick = () => {
    turns = [];
    turned = knobs();
    // Another contest, other pictures.
    from = deriveSeed(seed(), 'contest', Number(start.dataset.played ?? 0));
    start.dataset.played = String(Number(start.dataset.played ?? 0) + 1);
    start.hidden = result.hidden = true;
    form.hidden = false;
    next();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const person = (performance.now() - shown.at) / 1000;
    const begun = performance.now();
    const its = read(shown.image);
    const machine = (performance.now() - begun) / 1000;
    const typed = field.value.trim().toLowerCase();
    turns.push({ seed: shown.seed, text: shown.text, typed, read: its, person, machine });
    if (turns.length === DUEL_PICTURES) end();
    else next();
  };
  element('duel-stop', HTMLElement).onclick = end;
  element('duel-save', HTMLElement).onclick = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([duelCsv(turns, turned)], { type: 'text/csv' }));
    link.download = 'you-against-the-machine.csv';
    link.click();
    URL.revokeObjectURL(link.href);
  };
}
