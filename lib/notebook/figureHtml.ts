import { createHash } from 'node:crypto';
import type { Figure } from '../plots';
import { escapeHtml } from './escapeHtml';

/** Class of the element that holds a figure's JSON, by which other programs find it in a notebook. */
export const FIGURE_CLASS = 'captcha-lab-figure';

/** Height of a figure whose layout states none, in pixels. */
const DEFAULT_HEIGHT = 420;

let figuresMade = 0;

/** A figure as HTML: an empty box of the right height, the figure's JSON, and a script that draws it as soon as
 *  plotly.js is there. */
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
    `</script><script>(${DRAW})("${id}")</script>`,
  ].join('');
}

// Outputs may be drawn out of order, so a figure waits for the cell that brings plotly.js.
const DRAW = `function (id) {
  var tries = 0;
  (function draw() {
    var all = document.querySelectorAll('[data-captcha-lab="' + id + '"]');
    var boxes = Array.prototype.filter.call(all, function (box) { return box.tagName === 'DIV' && !box.dataset.drawn; });
    var source = Array.prototype.filter.call(all, function (item) { return item.tagName === 'SCRIPT'; })[0];
    if (!source || !boxes.length) return;
    if (!window.Plotly && ++tries < 100) { setTimeout(draw, 100); return; }
    boxes.forEach(function (box) {
      if (!window.Plotly) { box.textContent = 'Restart the kernel and run all cells to draw this figure.'; return; }
      box.dataset.drawn = 'yes';
      var figure = JSON.parse(source.textContent);
      window.Plotly.newPlot(box, figure.data, figure.layout, { responsive: true, displaylogo: false });
    });
  })();
}`.replace(/\n\s*/g, ' ');
