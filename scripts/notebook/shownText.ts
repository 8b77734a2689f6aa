import { FIGURE_METADATA } from './embedded';
import { joinText, type Cell } from './notebookFile';
import { unescapeHtml } from './unescapeHtml';

/** What a reader of a code cell has before the eyes as text: the code, what it printed, its tables, and the sentences
 *  that describe its figures. Pictures and the numbers inside a figure's JSON are left out. */
export function shownText(cell: Cell): string {
  const outputs = (cell.outputs ?? []).flatMap(({ text, data = {}, metadata = {} }) => {
    const plain = (mime: string): string => joinText(data[mime] as string | string[] | undefined);
    const figure = metadata[FIGURE_METADATA] as { readonly description?: string } | undefined;
    const html = plain('text/html').replace(/<script[^]*?<\/script>/g, ' ');
    const words = unescapeHtml(html.replace(/ (?:src|style)="[^"]*"/g, '').replace(/<[^>]*>/g, ' '));
    return [joinText(text), plain('text/plain'), plain('text/markdown'), words, figure?.description ?? ''];
  });
  return [joinText(cell.source), ...outputs].join('\n');
}
