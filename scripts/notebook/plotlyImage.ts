import type { Page } from 'playwright-core';
import type { Figure } from '../../lib/plots';

/** The part of plotly.js that is called in the page. */
interface Plotly {
  toImage(figure: unknown, options: object): Promise<string>;
}

/** A figure as plotly.js in `page` draws it: the text of an SVG, or a PNG in base64. scale: pixels to a pixel of its size. */
export function plotlyImage(
  page: Page,
  figure: Figure,
  options: {
    readonly format: 'svg' | 'png';
    readonly width: number;
    readonly height: number;
    readonly scale: number;
  },
): Promise<string> {
  return page.evaluate(
    ([figure, options]) => {
      const { Plotly } = globalThis as unknown as { Plotly: Plotly };
      return Plotly.toImage(figure, options);
    },
    [figure, { ...options, imageDataOnly: true }] as const,
  );
}
