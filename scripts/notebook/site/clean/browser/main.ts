// Runs in clean.html: a CAPTCHA is cleaned by steps whose knobs can be turned.
import { ALPHABET, CAPTCHA_LENGTH } from '../../../../../lib/report/alphabet';
import { generateCaptcha } from '../../../../../lib/generator/generateCaptcha';
import { crop } from '../../../../../lib/image/crop';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { cropBoxes } from '../../../../../lib/report/cropBoxes';
import { element } from '../../try/browser/element';
import { listenForFiles } from '../../try/browser/listenForFiles';
import { rgbaOf } from '../../try/browser/paint';
import { readPictureFile } from '../../try/browser/readPictureFile';
import { boxEditor } from './boxEditor';
import { applySteps, newStep, reportSteps, type Step } from './chain';
import { stepCard, type StepCard } from './stepCard';
import { toTypeScript } from './toTypeScript';

const textField = element('text', HTMLInputElement);
const seedField = element('seed', HTMLInputElement);
const boxes = cropBoxes();
let image: GreyImage;
let steps = reportSteps();
let cards: StepCard[] = [];

function say(text: string, kind: 'good' | 'bad' = 'good'): void {
  const message = element('message', HTMLElement);
  message.textContent = text;
  message.classList.toggle('bad', kind === 'bad');
}

function paintOn(canvas: HTMLCanvasElement, picture: GreyImage, label: string): void {
  Object.assign(canvas, { width: picture.width, height: picture.height });
  const { width, height, data } = rgbaOf(picture);
  canvas.setAttribute('aria-label', label);
  canvas
    .getContext('2d', { willReadFrequently: true })!
    .putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
}

/** Computes and shows everything anew; a step changes in place. */
function show(remark = ''): void {
  const begun = performance.now();
  const results = applySteps(image, steps);
  paintOn(element('picture', HTMLCanvasElement), image, 'The CAPTCHA');
  cards.forEach(({ canvas, show: showKnobs }, index) => {
    showKnobs(results[index - 1] ?? image);
    paintOn(canvas, results[index], `After step ${index + 1}: ${inkOf(results[index])}`);
  });
  const last = results.at(-1) ?? image;
  paintOn(element('result', HTMLCanvasElement), last, `The cleaned CAPTCHA: ${inkOf(last)}`);
  showCrops(last);
  element('code', HTMLElement).textContent = toTypeScript(steps, boxes);
  const milliseconds = performance.now() - begun;
  document.body.dataset.milliseconds = String(milliseconds);
  say(`${remark} ${steps.length} steps in ${Math.max(1, Math.round(milliseconds))} ms.`.trim());
}

function inkOf({ data }: GreyImage): string {
  return `${data.reduce((count, value) => count + (value < 128 ? 1 : 0), 0)} dark pixels`;
}

function showCrops(last: GreyImage): void {
  const holder = element('crops', HTMLElement);
  while (holder.children.length < boxes.length) {
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    holder.append(canvas);
  }
  boxes.forEach((box, index) => {
    const cut = crop(last, box);
    paintOn(holder.children[index] as HTMLCanvasElement, cut, `Character ${index + 1}: ${inkOf(cut)}`);
  });
}

/** Lays the cards out anew, after the chain itself changed. */
function lay(): void {
  const swap = (index: number, by: -1 | 1): void => {
    const other = index + by;
    if (other < 0 || other >= steps.length) return;
    [steps[index], steps[other]] = [steps[other], steps[index]];
    lay();
    cards[other].element.querySelectorAll('button')[by < 0 ? 0 : 1].focus();
  };
  cards = steps.map((step: Step, index) =>
    stepCard(step, index + 1, {
      turned: () => {
        show();
      },
      move: (by) => {
        swap(index, by);
      },
      remove: () => {
        steps.splice(index, 1);
        lay();
      },
    }),
  );
  element('steps', HTMLElement).replaceChildren(...cards.map((card) => card.element));
  show();
}

function draw(): void {
  const text = textField.value.trim().toLowerCase();
  const seed = Number(seedField.value);
  if (text.length !== CAPTCHA_LENGTH || Array.from(text).some((one) => !ALPHABET.includes(one))) {
    throw new RangeError(`The text must be ${CAPTCHA_LENGTH} characters of ${ALPHABET}, not “${text}”.`);
  }
  if (seedField.value === '' || !Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`The seed must be a whole number of at least 0, not “${seedField.value}”.`);
  }
  image = generateCaptcha({ text, seed }).image;
  show();
}

function propose(seed: number): void {
  seedField.value = String(seed);
  textField.value = generateCaptcha({ seed }).text;
}

async function attempt(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    say((error as Error).message, 'bad');
    if (!(error instanceof RangeError)) throw error;
  }
}

element('draw', HTMLElement).addEventListener('submit', (event) => {
  event.preventDefault();
  void attempt(draw);
});
element('another', HTMLElement).onclick = () => {
  const before = Number(seedField.value);
  propose(Number.isSafeInteger(before) && before >= 0 ? before + 1 : 1);
  void attempt(draw);
};
listenForFiles((file) => {
  void attempt(async () => {
    const { image: chosen, remark } = await readPictureFile(file);
    image = chosen;
    show(remark);
  });
});
for (const button of Array.from(document.querySelectorAll<HTMLElement>('[data-add]'))) {
  button.onclick = () => {
    steps.push(newStep(button.dataset.add as Step['kind']));
    lay();
  };
}
element('reset', HTMLElement).onclick = () => {
  steps = reportSteps();
  lay();
};
element('copy', HTMLElement).onclick = () => {
  const code = element('code', HTMLElement);
  navigator.clipboard.writeText(code.textContent).then(
    () => (element('copied', HTMLElement).textContent = 'Copied.'),
    () => {
      getSelection()!.selectAllChildren(code);
      element('copied', HTMLElement).textContent = 'Selected; press Ctrl+C.';
    },
  );
};
propose(1);
image = generateCaptcha({ seed: 1 }).image;
boxEditor(boxes, () => {
  show();
});
lay();
