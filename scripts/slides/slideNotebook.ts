import type { Figure } from '../../lib/plots';
import { embeddedIn, type StillPicture } from '../notebook/embedded';
import { joinText, type Cell, type Notebook, type Output } from '../notebook/notebookFile';
import { plotHtml } from '../notebook/site/plotHtml';

/** Pixels of a slide that its text may fill. */
const ROOM = 640;

/** A notebook as nbconvert makes slides of it. A heading of the first or second level starts a slide; below it stand the
 *  prose and the code cells with their outputs, each on its own, or together where both are short. Figures become what the pages' script draws, with their still picture until
 *  then. The input is not modified. */
export function slideNotebook(notebook: Notebook): Notebook {
  let left = 0;
  const cells = notebook.cells.flatMap((cell): Cell[] => {
    if (cell.cell_type !== 'markdown') {
      const outputs = (cell.outputs ?? []).flatMap(liveOutput);
      const fits = heightOf(cell) <= left;
      left = 0;
      return [{ ...cell, outputs, metadata: { slideshow: { slide_type: fits ? '-' : 'subslide' } } }];
    }
    left = ROOM - proseHeight(partsOf(joinText(cell.source)).at(-1) ?? '');
    return partsOf(joinText(cell.source)).map((source) => ({
      cell_type: 'markdown',
      metadata: { slideshow: { slide_type: /^##? /.test(source) ? 'slide' : 'subslide' } },
      source,
    }));
  });
  return { ...notebook, cells };
}

/** Prose in pieces, each of which begins with a heading of the first or second level, but for what stands before one. */
function partsOf(source: string): string[] {
  const prose = source.replace(/<!--[^]*?-->/g, '');
  return prose
    .split(/^(?=##? )/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** About how high prose stands, in pixels. */
function proseHeight(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 88), 0);
  return text.includes('](diagrams/') ? ROOM : 40 * lines;
}

/** About how high a code cell and its outputs stand; pictures and figures say their own height. */
function heightOf({ source, outputs = [] }: Cell): number {
  const heights = outputs.map((output) => {
    const found = embeddedIn(output);
    if (found?.kind === 'figure') return 420;
    if (found?.kind === 'picture') return found.picture.height + 20;
    const html = joinText(output.data?.['text/html'] as string | string[] | undefined);
    const text =
      joinText(output.text) || joinText(output.data?.['text/plain'] as string | string[] | undefined);
    return html === '' ? 28 * text.split('\n').length : 38 * html.split('<tr').length;
  });
  return 28 * (joinText(source).split('\n').length + 1) + heights.reduce((sum, height) => sum + height, 0);
}

function liveOutput(output: Output): Output[] {
  const found = embeddedIn(output);
  if (found?.kind === 'plotly') return [];
  if (found?.kind !== 'figure') return [output];
  return [{ ...output, data: { 'text/html': figureHtml(found.figure, found.still) }, metadata: {} }];
}

function figureHtml(figure: Figure, still: StillPicture | undefined): string {
  const src = `data:image/png;base64,${still?.png.toString('base64') ?? ''}`;
  return `<figure class="figure">${plotHtml(figure, { still: still && { ...still, src } })}</figure>`;
}
