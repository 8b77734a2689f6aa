import { element } from './element';
import type { Inspection } from './inspectCaptcha';
import { paint, rgbaOf } from './paint';
import { percent } from './percent';

export interface ShowAnswerOptions {
  /** Readings with less confidence are not sure. */
  readonly notSureBelow: number;
  /** What the picture says, where that is known. */
  readonly truth?: string | undefined;
}

/** Shows the CAPTCHA, what was read and how sure that is, and the steps before. */
export function showAnswer(
  { image, ink, straight, reading }: Inspection,
  { notSureBelow, truth }: ShowAnswerOptions,
): void {
  const { text, confidence } = reading;
  paint(
    'picture',
    rgbaOf(image),
    truth === undefined ? 'The CAPTCHA that was chosen' : `The CAPTCHA ${truth}`,
  );
  paint('ink', rgbaOf(ink), 'The CAPTCHA without its background');
  paint('straight', rgbaOf(straight), 'The CAPTCHA with its distortion undone');
  const unsure = confidence < notSureBelow;
  const answer = element('answer', HTMLElement);
  answer.classList.toggle('unsure', unsure);
  answer.dataset.confidence = String(confidence);
  answer.replaceChildren(
    ...Array.from(text === '' ? '–' : text, (character, place) => {
      const wrong = text !== '' && truth !== undefined && truth[place] !== character;
      const shown = document.createElement('span');
      shown.textContent = character;
      if (wrong) shown.className = 'wrong';
      return shown;
    }),
  );
  const sure = `${percent(confidence)} confident`;
  const verdict = truth === undefined ? '' : text === truth ? ' · right' : ` · wrong, it is ${truth}`;
  if (text === '') {
    element('confidence', HTMLElement).textContent =
      `Nothing was read: the network sees no five characters in this picture${truth === undefined ? '' : `, which says ${truth}`}.`;
    return;
  }
  element('confidence', HTMLElement).textContent = unsure
    ? `Not sure: ${sure}, less than the ${percent(notSureBelow)} below which its card wants no answer${verdict}`
    : `${sure}${verdict}`;
}
