import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { escapeHtml } from '../../lib/notebook/escapeHtml';
import { fitFigure } from '../../lib/plots/fitFigure';
import { plotlyImage } from '../notebook/plotlyImage';
import { figureCsv } from './figureCsv';
import { endingsOf, type Format } from './formats';
import type { Exportable } from './exportables';

/** Formats that only a browser makes, of figures. */
const DRAWN: readonly Format[] = ['png', 'svg', 'pdf'];

/** Draws figures, in one page for all of them. */
export interface FigureDrawer {
  /** The files of `item` in these formats: their endings and contents, PNG in both sizes.
   *  Throws Error naming the figure that plotly refuses. */
  readonly files: (item: Exportable, formats: readonly Format[]) => Promise<Map<string, string | Buffer>>;
}

/** Whether a browser is needed to write `item` in these formats. */
export function needsBrowser({ kind }: Exportable, formats: readonly Format[]): boolean {
  return kind === 'figure' && formats.some((format) => DRAWN.includes(format));
}

/** The drawer's pages end with `browser`. plotly: file of plotly.js; width, height: of every figure, each its own by default; without a browser only what
 *  `needsBrowser` does not name can be written. */
export async function createFigureDrawer({
  browser,
  plotly,
  width,
  height,
}: {
  browser?: Browser | undefined;
  plotly: string;
  width?: number | undefined;
  height?: number | undefined;
}): Promise<FigureDrawer> {
  const page = await browser?.newPage();
  const sheet = await browser?.newPage();
  await page?.addScriptTag({ path: plotly });

  const draw = async (item: Exportable & { kind: 'figure' }, formats: readonly Format[]) => {
    if (!page || !sheet) throw new Error(`figure ${item.name} needs a browser to be drawn.`);
    // Laid out for the width asked for: a heading that would be cut is broken, and the height follows.
    const figure = width === undefined ? item.figure : fitFigure(item.figure, { width });
    const fitted = width === undefined ? item.height : (figure.layout.height ?? item.height);
    const size = { width: width ?? item.width, height: height ?? fitted };
    const files = new Map<string, string | Buffer>();
    const image = (format: 'svg' | 'png', scale: number) =>
      plotlyImage(page, figure, { ...size, format, scale });
    const svg = formats.includes('svg') || formats.includes('pdf') ? await image('svg', 1) : '';
    if (formats.includes('svg')) files.set('.svg', svg);
    if (formats.includes('pdf'))
      files.set('.pdf', await toPdf(sheet, svg, { ...size, title: item.description }));
    if (!formats.includes('png')) return files;
    for (const [index, ending] of endingsOf('png').entries()) {
      files.set(ending, Buffer.from(await image('png', index + 1), 'base64'));
    }
    return files;
  };

  return {
    async files(item, formats) {
      if (item.kind === 'picture') return pictureFiles(item, formats);
      let files: Map<string, string | Buffer>;
      try {
        files = needsBrowser(item, formats) ? await draw(item, formats) : new Map<string, string>();
      } catch (error) {
        const why = whyNotDrawn(error as Error, {
          width: width ?? item.width,
          height: height ?? item.height,
        });
        throw new Error(`figure ${item.name} cannot be drawn: ${why}`, { cause: error });
      }
      if (formats.includes('json')) files.set('.json', `${JSON.stringify(item.figure, null, 1)}\n`);
      if (formats.includes('csv')) files.set('.csv', figureCsv(item.figure));
      return files;
    },
  };
}

/** Plotly's reason, or ours where the size leaves nothing between the margins. */
export function whyNotDrawn(
  { message }: Error,
  { width, height }: { width: number; height: number },
): string {
  if (!/axis scaling/.test(message)) return message.split('\n')[0];
  const side = height < width ? '--height' : '--width';
  return `${width} x ${height} pixels leave its plot no room beside titles and axes; give a larger ${side}, or leave it out.`;
}

/** One page as large as the figure; lines and letters stay lines and letters. */
async function toPdf(
  page: Page,
  svg: string,
  { width, height, title }: { width: number; height: number; title: string },
): Promise<Buffer> {
  const style = `@page{size:${width}px ${height}px;margin:0}body{margin:0}svg{display:block}`;
  await page.setContent(
    `<!doctype html><html lang="en"><title>${escapeHtml(title)}</title><style>${style}</style><body>${svg}</body></html>`,
  );
  return page.pdf({ width: `${width}px`, height: `${height}px`, printBackground: true, pageRanges: '1' });
}

async function pictureFiles(
  item: Exportable & { kind: 'picture' },
  formats: readonly Format[],
): Promise<Map<string, string | Buffer>> {
  const files = new Map<string, string | Buffer>();
  if (formats.includes('png')) {
    const { width, height, png } = item;
    const canvas = createCanvas(width, height);
    // Half the size: each pixel is the mean of four, and those of an enlarged picture are four of a kind.
    canvas.getContext('2d').drawImage(await loadImage(png), 0, 0, width, height);
    files.set('.png', canvas.toBuffer('image/png'));
    files.set('@2x.png', png);
  }
  if (formats.includes('json')) {
    const { plain: name, description, notebook, width, height } = item;
    files.set('.json', `${JSON.stringify({ name, description, notebook, width, height }, null, 1)}\n`);
  }
  return files;
}
