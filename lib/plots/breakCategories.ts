import type { Data } from 'plotly.js';
import type { Figure } from './figure';
import { SMALL_TEXT, wrapText } from './wrapText';

/** Share of a figure's width that names of categories may take beside the plot. */
const SHARE = 0.35;
/** Size of their letters. */
const TICK = 13;

/** A figure whose vertical axis has names of categories, broken to lines of at most a third of `width` pixels: longer ones leave no room for the
 *  bars. Any other figure as it is; the input stays as it was. @internal */
export function breakCategories(figure: Figure, { width }: { readonly width: number }): Figure {
  if (figure.layout.yaxis?.type !== 'category') return figure;
  const broken = (name: unknown): unknown =>
    typeof name === 'string' && name !== '' ? wrapText(name, (SHARE * width * SMALL_TEXT) / TICK) : name;
  const namesOf = (trace: Data): unknown => (trace as { readonly y?: unknown }).y;
  const data = figure.data.map((trace): Data => {
    const names = namesOf(trace);
    return Array.isArray(names) ? ({ ...trace, y: names.map(broken) } as Data) : trace;
  });
  return JSON.stringify(data.map(namesOf)) === JSON.stringify(figure.data.map(namesOf))
    ? figure
    : { ...figure, data };
}
