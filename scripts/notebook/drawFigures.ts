import type { Browser } from 'playwright-core';
import type { Figure } from '../../lib/plots';
import type { StillPicture } from './embedded';
import { plotlyImage } from './plotlyImage';

/** A figure as files hold it. */
export interface DrawnFigure extends StillPicture {
  readonly svg: string;
}

/** Size of a figure that states none, in pixels. */
export const FIGURE_WIDTH = 900;
export const FIGURE_HEIGHT = 420;
const DENSITY = 2;

/** Draws figures in a browser. plotly: file of plotly.js. Throws Error naming the figure that plotly refuses. */
export async function drawFigures(
  figures: readonly Figure[],
  { browser, plotly }: { browser: Browser; plotly: string },
): Promise<DrawnFigure[]> {
  if (figures.length === 0) return [];
  const page = await browser.newPage();
  try {
    await page.addScriptTag({ path: plotly });
    const drawn: DrawnFigure[] = [];
    for (const figure of figures) {
      const width = figure.layout.width ?? FIGURE_WIDTH;
      const height = figure.layout.height ?? FIGURE_HEIGHT;
      const draw = (format: 'svg' | 'png'): Promise<string> =>
        plotlyImage(page, figure, { format, width, height, scale: DENSITY });
      try {
        const svg = await draw('svg');
        drawn.push({ svg, png: Buffer.from(await draw('png'), 'base64'), width, height });
      } catch (error) {
        throw new Error(`figure ${figure.name} cannot be drawn: ${(error as Error).message}`, {
          cause: error,
        });
      }
    }
    return drawn;
  } finally {
    await page.close();
  }
}
