// Runs in try.html: draws or takes a CAPTCHA, has it read and shows how.
import { ALPHABET, CAPTCHA_LENGTH } from '../../../../../lib/report/alphabet';
import type { Knob } from '../../../../../lib/generator/hardenedCaptcha';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { readCaptchas } from '../../../../../lib/reader/readCaptchas';
import { drawCaptcha } from './drawCaptcha';
import { duel } from './duel';
import { element } from './element';
import { inspectCaptcha } from './inspectCaptcha';
import { listenForFiles } from './listenForFiles';
import { openTryReader } from './openTryReader';
import { readKernels, readTryData } from './readTryData';
import { readPictureFile } from './readPictureFile';
import { showAnswer } from './showAnswer';
import { showDistributions } from './showDistributions';
import { showPlaces } from './showPlaces';
import { startBackend } from './startBackend';

const textField = element('text', HTMLInputElement);
const seedField = element('seed', HTMLInputElement);

function say(text: string, kind: 'good' | 'bad' = 'good'): void {
  const message = element('message', HTMLElement);
  message.textContent = text;
  message.classList.toggle('bad', kind === 'bad');
  // An earlier answer beside a refusal would pass for the answer to it.
  element('reading', HTMLElement).hidden = kind === 'bad';
}

/** Does something whose errors are for the visitor. Those of another kind are faults of ours and go to the console, too. */
async function attempt(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    say((error as Error).message, 'bad');
    if (!(error instanceof RangeError)) throw error;
  }
}

const knobs = (): HTMLInputElement[] =>
  Array.from(document.querySelectorAll<HTMLInputElement>('input[name=knob]'));

/** The defender's knobs that are turned. */
function turned(): Knob[] {
  return knobs().flatMap(({ checked, value }) => (checked ? [value as Knob] : []));
}

function drawn(): { text: string; image: GreyImage } {
  const text = textField.value.trim().toLowerCase();
  if (text.length !== CAPTCHA_LENGTH || Array.from(text).some((one) => !ALPHABET.includes(one))) {
    throw new RangeError(`The text must be ${CAPTCHA_LENGTH} characters of ${ALPHABET}, not “${text}”.`);
  }
  const seed = Number(seedField.value);
  if (seedField.value === '' || !Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`The seed must be a whole number of at least 0, not “${seedField.value}”.`);
  }
  try {
    return drawCaptcha({ text, seed, knobs: turned() });
  } catch (error) {
    if (error instanceof RangeError)
      throw new RangeError(
        `“${text}” is too wide for the picture in these fonts. Take narrower characters or another seed.`,
      );
    throw error;
  }
}

/** Puts a seed and the text that the generator gives it into the fields. */
function propose(seed: number): void {
  seedField.value = String(seed);
  textField.value = drawCaptcha({ seed, knobs: turned() }).text;
}

async function start(): Promise<void> {
  const { card } = readTryData();
  const backend = await startBackend(readKernels());
  const model = await openTryReader();
  const how =
    backend === 'wasm'
      ? 'by WebAssembly'
      : 'by plain JavaScript, as this browser lacks what is faster; the answers are the same';

  const show = (image: GreyImage, { truth, remark = '' }: { truth?: string; remark?: string } = {}): void => {
    const begun = performance.now();
    const inspection = inspectCaptcha(model, image, { temperature: card.temperature });
    const milliseconds = Math.max(1, Math.round(performance.now() - begun));
    showAnswer(inspection, { notSureBelow: card.notSureBelow, truth });
    const read = inspection.maps.length > 0;
    element('places', HTMLElement).hidden = !read;
    if (read) {
      showPlaces(inspection);
      showDistributions(inspection.reading);
    }
    document.body.dataset.milliseconds = String(performance.now() - begun);
    const did = read ? 'Read, and the maps drawn,' : 'Looked at';
    say(`${remark} ${did} in ${milliseconds} ms ${how}.`.trim());
  };
  const draw = (): void => {
    const { text, image } = drawn();
    show(image, { truth: text });
  };

  element('draw', HTMLElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void attempt(draw);
  });
  element('another', HTMLElement).addEventListener('click', () => {
    const before = Number(seedField.value);
    propose(Number.isSafeInteger(before) && before >= 0 ? before + 1 : 1);
    void attempt(draw);
  });
  listenForFiles((file) => {
    void attempt(async () => {
      const { image, remark } = await readPictureFile(file);
      show(image, { remark });
    });
  });
  const all = element('all-knobs', HTMLInputElement);
  all.onchange = () => {
    for (const knob of knobs()) knob.checked = all.checked;
    void attempt(draw);
  };
  for (const knob of knobs()) {
    knob.onchange = () => {
      all.checked = knobs().every(({ checked }) => checked);
      void attempt(draw);
    };
  }
  duel({
    read: (image) => readCaptchas(model, [image], { temperature: card.temperature })[0].text,
    knobs: turned,
    seed: () => Math.max(0, Math.trunc(Number(seedField.value)) || 0),
  });
  propose(1);
  draw();
}

void attempt(start);
