import { createHash } from 'node:crypto';
import { PLOT_SETTINGS, type Figure } from '../plots';
import { escapeHtml } from './escapeHtml';

/** Class of the element that holds a figure's JSON, by which other programs find it in a notebook. */
export const FIGURE_CLASS = 'captcha-lab-figure';

/** MIME type under which front ends with a plotly of their own, VS Code among them, look for a live figure. */
export const FIGURE_MIME = 'application/vnd.plotly.v1+json';

/** Height of a figure whose layout states none, in pixels. */
const DEFAULT_HEIGHT = 420;

let figuresMade = 0;

/** A figure as HTML: an empty box of the right height, the figure's JSON, and a script that draws it as soon as
 *  plotly.js is there, however late. */
export function figureHtml(figure: Figure): string {
  const json = JSON.stringify(figure);
  // Several notebooks can share one page. Equal ids then mean equal figures, and the script draws every empty box.
  const id = createHash('sha256').update(`${++figuresMade} ${json}`).digest('hex').slice(0, 16);
  const height = figure.layout.height ?? DEFAULT_HEIGHT;
  return [
    `<div data-captcha-lab="${id}" role="img" aria-label="${escapeHtml(figure.description)}"`,
    ` style="height:${height}px;max-width:${figure.layout.width ? `${figure.layout.width}px` : '100%'}"></div>`,
    `<script type="application/json" class="${FIGURE_CLASS}" data-captcha-lab="${id}">`,
    json.replace(/</g, '\\u003c'),
    `</script><script>(${DRAW})("${id}", ${JSON.stringify(PLOT_SETTINGS)}, "${SERVED_PLOTLY}")</script>`,
  ].join('');
}

/** What a figure's message carries beside its HTML. */
export function figureForms({ data, layout }: Figure): Readonly<Record<string, unknown>> {
  return { [FIGURE_MIME]: { data, layout, config: PLOT_SETTINGS } };
}

/** Where `npm run lab` and every other server of the kit's environment has plotly.js, under the address of its extensions.
 *  `scripts/setup/figures.mjs` puts it there. */
export const SERVED_PLOTLY = 'captcha-lab/static/plotly.min.js';

// A figure never gives up waiting for plotly.js: outputs may be drawn out of order, and the cell that brings it may lie out of
// sight, where a front end does not run it, or be run later. Where nothing brings it, the figure asks the server that the page came from.
const DRAW = `function (id, settings, served) {
  var parts = Array.prototype.slice.call(document.querySelectorAll('[data-captcha-lab="' + id + '"]'));
  var source = parts.filter(function (part) { return part.tagName === 'SCRIPT'; })[0];
  if (!source) return;
  var figure = JSON.parse(source.textContent);
  var ask = function () {
    var config = document.getElementById('jupyter-config-data');
    var base = config && JSON.parse(config.textContent).fullLabextensionsUrl;
    if (!base || window.captchaLabAsked) return;
    window.captchaLabAsked = true;
    var script = document.createElement('script');
    script.src = base + '/' + served;
    document.head.appendChild(script);
  };
  parts.forEach(function (part) {
    if (part.tagName !== 'DIV' || part.dataset.drawn) return;
    part.dataset.drawn = 'soon';
    var tries = 0;
    var weak = new WeakRef(part);
    (function draw() {
      var box = weak.deref();
      if (!box) return;
      if (window.Plotly && box.isConnected) {
        box.textContent = '';
        box.dataset.drawn = 'yes';
        window.Plotly.newPlot(box, figure.data, figure.layout, settings);
        return;
      }
      if (++tries === 5) ask();
      if (tries === 50) box.textContent = 'This figure is drawn as soon as plotly.js is here: run the first cell of the notebook.';
      setTimeout(draw, tries < 50 ? 100 : 500);
    })();
  });
}`.replace(/\n\s*/g, ' ');
