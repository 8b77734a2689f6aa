// Runs in network.html: shows what a network makes of one character.
import { greyImage, type GreyImage } from '../../../../../lib/image/greyImage';
import { ALPHABET, classOf } from '../../../../../lib/report/alphabet';
import { CROP_HEIGHT, CROP_WIDTH } from '../../../../../lib/report/report';
import { element } from '../../try/browser/element';
import { openModel } from '../../try/browser/openModel';
import { paintSized, rgbaOf } from '../../try/browser/paint';
import { bytesOf, readKernels } from '../../try/browser/readTryData';
import { startBackend } from '../../try/browser/startBackend';
import { EXAMPLES_OF_CLASS, NETWORK_DATA, type NetworkData } from '../networkData';
import { classPanel } from './classPanel';
import { drawCharacter } from './drawCharacter';
import { layerPanel } from './layerPanel';
import { loadScript } from './loadScript';
import { replaceMaxPoolGradient } from './maxPoolGradient';
import { penOn, stroke, type Pen } from './penOn';
import { unpackWeights } from './unpackWeights';

function say(text: string, kind: 'good' | 'bad' = 'good'): void {
  const message = element('message', HTMLElement);
  message.textContent = text;
  message.classList.toggle('bad', kind === 'bad');
}

async function start(): Promise<void> {
  say('Loading the network …');
  await Promise.all(['assets/kernels.js', 'assets/network-data.js'].map(loadScript));
  const data = (globalThis as unknown as Record<typeof NETWORK_DATA, NetworkData>)[NETWORK_DATA];
  const { card, characters, topology, weightSpecs, bytesOfValue } = data;
  const backend = await startBackend(readKernels());
  if (backend === 'wasm') replaceMaxPoolGradient();
  const how =
    backend === 'wasm' ? 'by WebAssembly' : 'by plain JavaScript, as this browser lacks what is faster';
  const weights = await unpackWeights(bytesOf(data.weights), bytesOfValue);
  const model = await openModel({ topology, weightSpecs, weights });
  element('bench', HTMLElement).hidden = false;
  const { inputScale } = card;
  const showClasses = classPanel({ model, inputScale });
  const showLayers = layerPanel({ model, inputScale, characters: characters.train });
  const pad = element('pad', HTMLCanvasElement);
  const choice = element('character', HTMLSelectElement);
  const example = element('example', HTMLInputElement);
  let image: GreyImage;
  let truth: string | undefined;
  let cursor: readonly [number, number] | undefined;

  const paintPad = (): void => {
    const ink = image.data.filter((value) => value === 0).length;
    const rgba = rgbaOf(image);
    // The keyboard's pen, which is no part of the picture.
    if (cursor) rgba.data.set([213, 94, 0], 4 * (cursor[1] * CROP_WIDTH + cursor[0]));
    const what = truth === undefined ? 'The character as drawn' : `The character ${truth}`;
    const pen = cursor ? `; the pen is at column ${cursor[0] + 1}, row ${cursor[1] + 1}` : '';
    paintSized(pad, rgba, `${what}, ${ink} pixels of ink${pen}`);
  };
  const compute = (): void => {
    const begun = performance.now();
    showClasses(image, truth);
    showLayers(image);
    const milliseconds = performance.now() - begun;
    document.body.dataset.milliseconds = String(milliseconds);
    delete document.body.dataset.waiting;
    say(`Read, and the maps drawn, in ${Math.max(1, Math.round(milliseconds))} ms ${how}.`);
  };
  let waiting = 0;
  const change = (next: GreyImage, itsTruth?: string): void => {
    image = next;
    truth = itsTruth;
    paintPad();
    // A large network would hold the pen up: then it answers when the pen rests.
    const last = Number(document.body.dataset.milliseconds ?? 0);
    window.clearTimeout(waiting);
    if (last < 60) compute();
    else {
      document.body.dataset.waiting = 'yes';
      waiting = window.setTimeout(compute, 150);
    }
  };
  const choose = (): void => {
    const label = classOf(choice.value);
    const number = Number(example.value);
    if (!Number.isInteger(number) || number < 1 || number > EXAMPLES_OF_CLASS) {
      say(
        `The example must be a whole number from 1 to ${EXAMPLES_OF_CLASS}, not “${example.value}”.`,
        'bad',
      );
      return;
    }
    change(drawCharacter(characters.test[label * EXAMPLES_OF_CLASS + number - 1]), ALPHABET[label]);
  };
  choice.onchange = example.oninput = choose;
  element('choose', HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    choose();
  };
  element('wipe', HTMLElement).onclick = () => {
    change(greyImage(CROP_WIDTH, CROP_HEIGHT, new Uint8Array(CROP_WIDTH * CROP_HEIGHT).fill(255)));
  };
  const pen = (): Pen => document.querySelector<HTMLInputElement>('input[name=pen]:checked')!.value as Pen;
  penOn(
    pad,
    (from, to) => {
      change(stroke(image, from, to, pen()));
    },
    (place) => {
      cursor = place;
      paintPad();
    },
  );
  choose();
}

const button = element('load', HTMLButtonElement);
button.onclick = () => {
  button.disabled = true;
  start().then(
    () => {
      button.hidden = true;
    },
    (error: unknown) => {
      button.disabled = false;
      say((error as Error).message, 'bad');
      if (!(error instanceof RangeError)) throw error;
    },
  );
};
