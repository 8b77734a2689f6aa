import { escapeHtml } from '../../../lib/notebook/escapeHtml';
import type { Figure } from '../../../lib/plots';
import type { DrawnFigure } from '../drawFigures';
import { embeddedIn, type StillPicture } from '../embedded';
import { joinText, type Cell, type Notebook, type Output } from '../notebookFile';
import { nameOutputs } from './nameOutputs';
import { plotHtml } from './plotHtml';

/** Files that belong to a page: path within the site to content. */
export type SiteFiles = Map<string, string | Buffer>;

/** What a page is made from. */
export interface PageSource {
  readonly notebook: Notebook;
  /** Short name of the notebook in file names: `04`. */
  readonly stem: string;
  /** HTML of every cell's source, in order. */
  readonly sources: readonly string[];
  /** HTML of every output of Markdown, by its text. */
  readonly markdown: ReadonlyMap<string, string>;
  /** The notebook's figures as files hold them; undefined when no browser drew them. */
  readonly drawn: readonly DrawnFigure[] | undefined;
}

/** The cells of a notebook as HTML. Its figures and pictures are put into `files`, and the page refers to them. */
export function notebookBody(
  { notebook, stem, sources, markdown, drawn }: PageSource,
  files: SiteFiles,
): string {
  const unique = nameOutputs(stem);
  const left = [...(drawn ?? [])];
  const output = (one: Output): string => {
    const found = embeddedIn(one);
    if (found?.kind === 'plotly') return '';
    if (found?.kind === 'figure')
      return figureHtml(found.figure, unique(found.figure.name), left.shift() ?? found.still, files);
    if (found?.kind === 'picture') {
      const { png, width, height, description, figure } = found.picture;
      const file = `images/${unique(figure ?? 'picture')}.png`;
      files.set(file, png);
      const size = `width="${width}" height="${height}"`;
      return `<img class="picture" ${size} alt="${escapeHtml(description)}" src="${file}" loading="lazy">`;
    }
    return plainOutput(one, markdown);
  };
  return notebook.cells.map((cell, index) => cellHtml(cell, sources[index], output)).join('\n');
}

function cellHtml(cell: Cell, source: string, output: (one: Output) => string): string {
  if (cell.cell_type !== 'code') return `<section class="prose">${source}</section>`;
  const outputs = (cell.outputs ?? []).map(output).filter((html) => html !== '');
  const shown = outputs.map((html) => `<div class="output">${html}</div>`).join('\n');
  return `<section class="code">${source}${shown}</section>`;
}

function figureHtml(
  figure: Figure,
  name: string,
  drawn: (StillPicture & Partial<DrawnFigure>) | undefined,
  files: SiteFiles,
): string {
  // The names that `npm run export` gives: what it writes over these files shows the same.
  files.set(`figures/${name}.json`, `${JSON.stringify(figure, null, 1)}\n`);
  if (drawn?.svg !== undefined) files.set(`figures/${name}.svg`, drawn.svg);
  if (drawn) files.set(`figures/${name}@2x.png`, drawn.png);
  const kinds = [
    ['json', '.json'],
    ['svg', '.svg'],
    ['png', '@2x.png'],
  ].filter(([, ending]) => files.has(`figures/${name}${ending}`));
  const links = kinds.map(
    ([kind, ending]) => `<a href="figures/${name}${ending}" aria-label="${name} as ${kind}">${kind}</a>`,
  );
  const still = drawn && {
    src: `figures/${name}@2x.png`,
    width: drawn.width,
    height: drawn.height,
    loading: 'lazy' as const,
  };
  return [
    `<figure class="figure">${plotHtml(figure, { still, maxWidth: figure.layout.width })}`,
    `<figcaption>${name}: ${links.join(' · ')}</figcaption></figure>`,
  ].join('\n');
}

function plainOutput(output: Output, markdown: ReadonlyMap<string, string>): string {
  if (output.output_type === 'stream') {
    const kind = output.name === 'stderr' ? 'stderr' : 'stdout';
    return `<pre class="${kind}">${escapeHtml(withoutColours(joinText(output.text)))}</pre>`;
  }
  const of = (mime: string): string | undefined => {
    const content = output.data?.[mime] as string | string[] | undefined;
    return content === undefined ? undefined : joinText(content);
  };
  const html = of('text/html');
  if (html !== undefined) return `<div class="scroll">${html}</div>`;
  const png = of('image/png');
  if (png !== undefined)
    return `<img class="picture" alt="Picture" src="data:image/png;base64,${png.trim()}">`;
  const prose = of('text/markdown');
  if (prose !== undefined) return `<div class="prose">${markdown.get(prose) ?? escapeHtml(prose)}</div>`;
  const text = of('text/plain') ?? '';
  return text === '' ? '' : `<pre class="stdout">${escapeHtml(withoutColours(text))}</pre>`;
}

function withoutColours(text: string): string {
  return text.replace(/\u001b\[[0-9;]*m/g, '');
}
