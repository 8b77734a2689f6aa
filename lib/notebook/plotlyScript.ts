import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { currentDisplay, type DisplaySink } from './display';

/** Class of the script element that carries plotly.js, by which other programs find it in a notebook. */
export const PLOTLY_CLASS = 'captcha-lab-plotly';

/** Where the build puts the minified plotly.js, seen from the compiled package. */
const MINIFIED = path.join(__dirname, '..', 'assets', 'plotly.min.js');

const loaded: { yes?: boolean } = {};

/** Brings plotly.js into the notebook, once; figures after it carry only their own data. `openLab` calls it, so
 *  that a figure's cell can be run again without taking plotly.js away from the others. */
export function loadPlotly({ display = currentDisplay() }: { display?: DisplaySink } = {}): void {
  loaded.yes = true;
  display.show({ mime: 'text/html', content: plotlyElement(), text: '' });
}

/** plotly.js as a script element the first time it is asked for in this process, then nothing: one copy serves a
 *  whole notebook. */
export function plotlyScript(): string {
  if (loaded.yes) return '';
  loaded.yes = true;
  return plotlyElement();
}

/** plotly.js as a script element, for a page of its own. @internal */
export function plotlyElement(): string {
  const file = existsSync(MINIFIED) ? MINIFIED : require.resolve('plotly.js-dist/plotly.js');
  // Pages with an AMD or CommonJS loader would hide the library inside it: it must not see either.
  const guarded = `(function (define, module, exports) {${readFileSync(file, 'utf8')}\n}).call(window);`;
  return `<script class="${PLOTLY_CLASS}">if (!window.Plotly) ${guarded.replace(/<\/(script)/gi, '<\\/$1')}</script>`;
}
