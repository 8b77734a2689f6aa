import { escapeHtml } from '../../../lib/notebook/escapeHtml';
import type { DrawnFigure } from '../drawFigures';
import { figuresIn } from '../embedded';
import { notebookHeading } from '../notebookHeading';
import { joinText, type Notebook } from '../notebookFile';
import { renderText, type TextPiece } from '../renderText';
import type { NotebookRun } from '../walkthrough';
import type { ResultTables } from '../resultTables';
import { BENCH_PAGES } from './benchPages';
import { exercisePage, exercisesOf, readExercises } from './exercisePages';
import { indexBody, type IndexEntry } from './indexBody';
import { linkBench } from './linkBench';
import { contentsOf, linkPage, pageOf } from './linkPage';
import { stemOf } from './nameOutputs';
import { notebookBody, type SiteFiles } from './notebookPage';
import { pageHtml, type PageLink } from './pageHtml';
import { addSiteAssets } from './siteAssets';
import { tellingPicture, thumbnail } from './thumbnail';
import { addCleanPage } from './clean/cleanPage';
import { addNetworkPage } from './network/networkPage';
import { addTryPage } from './try/tryPage';

/** A notebook of the walkthrough, as far as it came. */
export interface SiteNotebook {
  /** File name: `04-a-first-network.ipynb`. */
  readonly file: string;
  /** With its outputs; as it is in the repository when it did not run. */
  readonly notebook: Notebook;
  readonly drawn: readonly DrawnFigure[] | undefined;
  /** In words: `14 cells in 23 s`. */
  readonly status: string;
  readonly state: NotebookRun['state'];
}

/** The site's files: an overview, one page for each notebook that ran or failed and for each notebook of exercises, one to try the
 *  reader, figures and pictures.
 *  folder: the notebooks' folder, for pictures they refer to; run: profile and data set in words. */
export async function writeSite(
  notebooks: readonly SiteNotebook[],
  { folder, run, tables, python }: { folder: string; run: string; tables: ResultTables; python: string },
): Promise<SiteFiles> {
  const files: SiteFiles = new Map();
  const headings = notebooks.map(({ file, notebook }) => notebookHeading(notebook, file));
  const shown = notebooks.filter(({ state }) => state !== 'not run');
  const exercises = await readExercises(folder);
  const pages = [...shown, ...exercises].map(({ file }) => file);
  const texts = [
    ...headings.map(({ question }): TextPiece => ({ kind: 'markdown', text: question })),
    ...[...shown, ...exercises].flatMap(({ notebook }) => piecesOf(notebook)),
  ];
  // Two programs of others at work, side by side.
  const [rendered] = await Promise.all([
    renderText(texts, { python }),
    addTryPage(files, { run }),
    addNetworkPage(files, { run }),
    addCleanPage(files, { run }),
  ]);
  const bench = BENCH_PAGES.filter(({ page }) => files.has(page));
  linkBench(files, bench);
  const htmlOf = new Map(texts.map(({ kind, text }, index) => [`${kind} ${text}`, rendered[index]]));
  const html = ({ kind, text }: TextPiece): string => htmlOf.get(`${kind} ${text}`) ?? escapeHtml(text);

  for (const [index, { file, notebook, drawn }] of shown.entries()) {
    const sources = notebook.cells.map((cell) => html(sourcePiece(cell)));
    const markdown = new Map(markdownOutputs(notebook).map((piece) => [piece.text, html(piece)]));
    const body = notebookBody({ notebook, stem: stemOf(file), sources, markdown, drawn }, files);
    const linked = linkPage(body, { folder, pages, files });
    const link = (other: SiteNotebook | undefined): PageLink | undefined =>
      other && {
        href: pageOf(other.file),
        text: escapeHtml(notebookHeading(other.notebook, other.file).title),
      };
    const contents = contentsOf(linked).map(({ anchor, text }) => ({ href: `#${anchor}`, text }));
    const page = pageHtml({
      title: notebookHeading(notebook, file).title,
      run,
      body: linked,
      contents,
      previous: link(index === 0 ? undefined : shown[index - 1]),
      next: link(shown.at(index + 1)),
      figures: figuresIn(notebook.cells.flatMap(({ outputs }) => outputs ?? [])).length > 0,
    });
    files.set(pageOf(file), page);
  }

  for (const { file, notebook } of exercises) {
    const sources = notebook.cells.map((cell) => html(sourcePiece(cell)));
    files.set(pageOf(file), exercisePage({ file, notebook, sources }, { folder, pages, files }));
  }

  const entries: IndexEntry[] = [];
  for (const [index, one] of notebooks.entries()) {
    const { file, status, state } = one;
    entries.push({
      title: headings[index].title,
      question: html(texts[index]),
      page: pages.includes(file) ? pageOf(file) : undefined,
      status,
      failed: state === 'failed',
      exercises: exercisesOf(file, exercises),
      thumbnail: await addThumbnail(one, files),
    });
  }
  const body = indexBody(entries, tables, bench);
  const overview = { title: 'captcha-lab: the walkthrough', run, body };
  files.set('index.html', pageHtml(overview));
  await addSiteAssets(files, { python });
  return files;
}

async function addThumbnail(
  { file, notebook, drawn, state }: SiteNotebook,
  files: SiteFiles,
): Promise<IndexEntry['thumbnail']> {
  const picture = state === 'not run' ? undefined : tellingPicture(notebook, drawn);
  if (!picture) return undefined;
  const { png, width, height } = await thumbnail(picture);
  const name = `images/${stemOf(file)}-thumbnail.png`;
  files.set(name, png);
  return { file: name, width, height, description: picture.description };
}

function sourcePiece(cell: Notebook['cells'][number]): TextPiece {
  return { kind: cell.cell_type === 'code' ? 'code' : 'markdown', text: joinText(cell.source) };
}

function markdownOutputs(notebook: Notebook): TextPiece[] {
  const outputs = notebook.cells.flatMap((cell) => cell.outputs ?? []);
  return outputs.flatMap(({ data }) => {
    const text = data?.['text/markdown'] as string | string[] | undefined;
    return text === undefined ? [] : [{ kind: 'markdown' as const, text: joinText(text) }];
  });
}

function piecesOf(notebook: Notebook): TextPiece[] {
  return [...notebook.cells.map(sourcePiece), ...markdownOutputs(notebook)];
}
