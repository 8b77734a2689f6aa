import type { GreyImage } from '../../../../../lib/image/greyImage';
import { ALPHABET } from '../../../../../lib/report/alphabet';
import type { tf } from '../../../../../lib/tensorflow';
import { gradCam } from '../../../../../lib/visualize/gradCam';
import { heatMapOver } from '../../../../../lib/visualize/heatMapOver';
import { element } from '../../try/browser/element';
import { paintSized } from '../../try/browser/paint';
import { percent } from '../../try/browser/percent';
import { rankClasses } from './inspectCharacter';

const radios = (): HTMLInputElement[] =>
  Array.from(document.querySelectorAll<HTMLInputElement>('input[name=class]'));

/** Sets up the classes and what speaks for the chosen one; what it returns shows a character there. truth: what it is, where
 *  that is known. */
export function classPanel({
  model,
  inputScale,
}: {
  model: tf.LayersModel;
  inputScale: number;
}): (image: GreyImage, truth: string | undefined) => void {
  let image: GreyImage | undefined;
  let labels: number[] = [];
  const showCam = (): void => {
    if (!image) return;
    const label = labels[radios().findIndex(({ checked }) => checked)];
    const [map] = gradCam(model, [image], { inputScale, labels: label });
    const at = map.values.indexOf(Math.max(...map.values));
    const told =
      map.peak > 0
        ? `Strongest in row ${Math.floor(at / map.width) + 1} of ${map.height}, column ${(at % map.width) + 1} of ${map.width}.`
        : 'Nothing speaks for it.';
    const canvas = element('cam', HTMLCanvasElement);
    paintSized(canvas, heatMapOver(image, map), `Grad-CAM for ${ALPHABET[label]}. ${told}`);
    element('cam-told', HTMLElement).textContent = `For ${ALPHABET[label]}: ${told.toLowerCase()}`;
  };
  for (const radio of radios()) radio.onchange = showCam;
  return (shown, truth) => {
    image = shown;
    const ranked = rankClasses(model, shown, inputScale);
    labels = ranked.map(({ label }) => label);
    radios().forEach((radio, rank) => {
      const { label, share } = ranked[rank];
      const row = radio.closest('label')!;
      row.querySelector('.letter')!.textContent = ALPHABET[label];
      row.querySelector('i')!.style.setProperty('--share', String(share));
      const number = row.querySelector<HTMLElement>('.share')!;
      number.textContent = percent(share);
      number.dataset.share = String(share);
      // What is asked is the likeliest class until another is chosen, for each character anew.
      radio.checked = rank === 0;
    });
    const first = ALPHABET[labels[0]];
    element('truth', HTMLElement).textContent =
      truth === undefined
        ? `The network reads ${first}.`
        : `The network reads ${first}: ${first === truth ? 'right' : `wrong, it is ${truth}`}.`;
    showCam();
  };
}
