import { joinText, type Notebook } from './notebookFile';

/** How a notebook introduces itself. */
export interface Heading {
  /** Its first heading, such as `4 · A first network`. */
  readonly title: string;
  /** What follows `**Question.**` in its first cell, as Markdown on one line; '' when there is none. */
  readonly question: string;
}

/** Title and question of a notebook, from its first cell; the title is `fallback` when the cell has none. */
export function notebookHeading(notebook: Notebook, fallback: string): Heading {
  const text = joinText(notebook.cells.at(0)?.source);
  const title = /^# +(.+)$/m.exec(text)?.[1].trim();
  const question = /^\*\*Question\.\*\* *([^]*?)(?:\n\s*\n|$)/m.exec(text)?.[1];
  return { title: title ?? fallback, question: (question ?? '').replace(/\s+/g, ' ').trim() };
}
