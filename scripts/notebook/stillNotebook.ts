import type { DrawnFigure } from './drawFigures';
import { embeddedIn } from './embedded';
import {
  NOTEBOOK_METADATA,
  joinText,
  splitText,
  type Cell,
  type Notebook,
  type Output,
} from './notebookFile';

/** The notebook as a code host can show it: figures and pictures as still images, no scripts, no execution counts and
 *  nothing that changes with the machine. drawn: the notebook's figures in order; without them a figure becomes its
 *  description. The input is not modified. */
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
  if (found?.kind === 'picture') return [pictureOutput(found.picture, found.picture.description)];
  if (found?.kind === 'figure') {
    const text = `[figure ${found.figure.name}: ${found.figure.description}]`;
    const picture = drawn.shift();
    return [picture ? pictureOutput(picture, text) : displayOutput({ 'text/plain': splitText(text) })];
  }
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

function pictureOutput(
  { png, width, height }: { png: Buffer; width: number; height: number },
  description: string,
): Output {
  return displayOutput(
    { 'image/png': `${png.toString('base64')}\n`, 'text/plain': splitText(description) },
    { 'image/png': { alt: description, height, width } },
  );
}

function displayOutput(data: Record<string, unknown>, metadata: Record<string, unknown> = {}): Output {
  return { data, metadata, output_type: 'display_data' };
}
