import type { Figure } from '../../lib/plots';
import type { DrawnFigure } from './drawFigures';
import { FIGURE_METADATA, FIGURE_MIME, embeddedIn, type StillPicture } from './embedded';
import {
  NOTEBOOK_METADATA,
  joinText,
  splitText,
  type Cell,
  type Notebook,
  type Output,
} from './notebookFile';

/** The notebook as a code host can show it: figures and pictures as still images, no scripts, no execution counts and
 *  nothing that changes with the machine. Beside its image a figure keeps its JSON, which JupyterLab's plotly extension
 *  draws and `embeddedIn` reads back. drawn: the notebook's figures in order; without them a figure keeps the image it
 *  has, or is its description. A still notebook comes out as it was. The input is not modified. */
export function stillNotebook(notebook: Notebook, drawn: readonly DrawnFigure[] | undefined): Notebook {
  const left = [...(drawn ?? [])];
  const cells = notebook.cells.map((cell, index): Cell => {
    const source = splitText(joinText(cell.source));
    const id = cell.id ?? `cell-${String(index + 1).padStart(2, '0')}`;
    if (cell.cell_type !== 'code') return { cell_type: cell.cell_type, id, metadata: {}, source };
    const outputs = (cell.outputs ?? []).flatMap((output) => stillOutput(output, left));
    return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs, source };
  });
  return { cells, metadata: structuredClone(NOTEBOOK_METADATA), nbformat: 4, nbformat_minor: 5 };
}

function stillOutput(output: Output, drawn: DrawnFigure[]): Output[] {
  const found = embeddedIn(output);
  if (found?.kind === 'plotly') return [];
  if (found?.kind === 'picture') {
    const { figure, description } = found.picture;
    return [pictureOutput(found.picture, figure ? figureText(figure, description) : description)];
  }
  if (found?.kind === 'figure') return [figureOutput(found.figure, drawn.shift() ?? found.still)];
  if (output.output_type === 'stream') {
    return [{ name: output.name, output_type: 'stream', text: splitText(joinText(output.text)) }];
  }
  if (output.output_type === 'error') return [output];
  const data = Object.entries(output.data ?? {}).map(([mime, content]) => [
    mime,
    typeof content === 'string' && mime.startsWith('text/') ? splitText(content) : content,
  ]);
  return [displayOutput(Object.fromEntries(data) as Record<string, unknown>)];
}

function figureText(name: string, description: string): string {
  return `[figure ${name}: ${description}]`;
}

function figureOutput(
  { name, description, data, layout }: Figure,
  picture: StillPicture | undefined,
): Output {
  const text = figureText(name, description);
  const still = picture ? pictureOutput(picture, text) : displayOutput({ 'text/plain': splitText(text) });
  return displayOutput(
    { [FIGURE_MIME]: { data, layout }, ...still.data },
    { [FIGURE_METADATA]: { name, description }, ...still.metadata },
  );
}

function pictureOutput({ png, width, height }: StillPicture, description: string): Output {
  return displayOutput(
    { 'image/png': `${png.toString('base64')}\n`, 'text/plain': splitText(description) },
    { 'image/png': { alt: description, height, width } },
  );
}

function displayOutput(data: Record<string, unknown>, metadata: Record<string, unknown> = {}): Output {
  return { data, metadata, output_type: 'display_data' };
}
