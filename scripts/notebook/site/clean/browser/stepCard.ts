import { greyHistogram } from '../../../../../lib/image/greyHistogram';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { thresholdOf, type Step } from './chain';

const NAMES = { threshold: 'Threshold', dilate: 'Dilation', erode: 'Erosion' } as const;

/** What a card's buttons do to the chain. */
export interface CardActions {
  /** A knob was turned. */
  readonly turned: () => void;
  readonly move: (by: -1 | 1) => void;
  readonly remove: () => void;
}

/** A step as a card with its knobs and its picture, which `show` fills: what came in, and what comes out in words. */
export interface StepCard {
  readonly element: HTMLLIElement;
  readonly canvas: HTMLCanvasElement;
  readonly show: (before: GreyImage) => void;
}

/** Makes the card of a step, which its knobs change in place. number: from 1. */
export function stepCard(step: Step, number: number, { turned, move, remove }: CardActions): StepCard {
  const element = document.createElement('li');
  const name = `${number} ${NAMES[step.kind]}`;
  element.innerHTML = `<div class="bar"><b>${name}</b><button type="button" aria-label="${name}: earlier">↑</button><button type="button" aria-label="${name}: later">↓</button><button type="button" aria-label="${name}: leave out">✕</button></div><div class="knobs"></div><canvas class="captcha" width="200" height="50" role="img"></canvas>`;
  const [earlier, later, out] = Array.from(element.querySelectorAll('button'));
  earlier.onclick = () => {
    move(-1);
  };
  later.onclick = () => {
    move(1);
  };
  out.onclick = remove;
  const knobs = element.querySelector<HTMLElement>('.knobs')!;
  const canvas = element.querySelector('canvas')!;
  const show =
    step.kind === 'threshold'
      ? thresholdKnobs(knobs, name, step, turned)
      : kernelKnobs(knobs, name, step, turned);
  return { element, canvas, show };
}

function kernelKnobs(
  box: HTMLElement,
  name: string,
  step: Extract<Step, { rows: number }>,
  turned: () => void,
): StepCard['show'] {
  for (const [key, low, high] of [
    ['rows', 1, 9],
    ['columns', 1, 9],
    ['iterations', 0, 5],
  ] as const) {
    const label = document.createElement('label');
    label.innerHTML = `${key} <input type="number" min="${low}" max="${high}" step="1" value="${step[key]}" aria-label="${name}: ${key}">`;
    const input = label.querySelector('input')!;
    input.oninput = () => {
      // What is half typed is no number yet.
      if (!input.validity.valid || input.value === '') return;
      step[key] = Number(input.value);
      turned();
    };
    box.append(label);
  }
  return () => undefined;
}

function thresholdKnobs(
  box: HTMLElement,
  name: string,
  step: Extract<Step, { kind: 'threshold' }>,
  turned: () => void,
): StepCard['show'] {
  box.innerHTML = `<label><input type="checkbox"${step.at === 'otsu' ? ' checked' : ''}> Otsu's</label> <output></output>
<div class="histogram"><svg viewBox="0 0 256 64" preserveAspectRatio="none" role="img"></svg><input type="range" min="0" max="255" step="1" aria-label="${name}: highest value that counts as ink"></div>`;
  const [otsus, range] = Array.from(box.querySelectorAll('input'));
  otsus.onchange = () => {
    step.at = otsus.checked ? 'otsu' : Number(range.value);
    turned();
  };
  range.oninput = () => {
    step.at = Number(range.value);
    otsus.checked = false;
    turned();
  };
  return (before) => {
    const at = thresholdOf(before, step.at);
    range.value = String(at);
    box.querySelector('output')!.textContent = `at ${at}`;
    drawHistogram(box.querySelector('svg')!, greyHistogram(before), at);
  };
}

/** Counts from black to white, on a scale by roots, so that few pixels can be seen beside many. */
function drawHistogram(svg: SVGSVGElement, counts: Uint32Array, at: number): void {
  const most = Math.sqrt(Math.max(...counts));
  const bars = (from: number, to: number): string =>
    Array.from(counts.subarray(from, to), (count, index) => {
      const height = (60 * Math.sqrt(count)) / most;
      return count === 0 ? '' : `M${from + index} 64v-${height.toFixed(1)}h1V64z`;
    }).join('');
  const ink = counts.subarray(0, at + 1).reduce((sum, count) => sum + count, 0);
  svg.setAttribute(
    'aria-label',
    `Histogram of grey values: ${ink} pixels up to ${at} count as ink, the others as paper`,
  );
  svg.innerHTML = `<path class="ink" d="${bars(0, at + 1)}"/><path class="paper" d="${bars(at + 1, 256)}"/><line x1="${at + 1}" x2="${at + 1}" y1="0" y2="64" vector-effect="non-scaling-stroke"/>`;
}
