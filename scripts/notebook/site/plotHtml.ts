import { escapeHtml } from '../../../lib/notebook/escapeHtml';
import type { Figure } from '../../../lib/plots';

/** What stands in a figure's place until the pages' script has drawn it, and where scripts are off. */
export interface StandIn {
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly loading?: 'lazy';
}

/** A figure for the pages' script to draw, as HTML: to be put into `<figure class="figure">`. maxWidth: pixels. */
export function plotHtml(
  figure: Figure,
  { still, maxWidth }: { readonly still: StandIn | undefined; readonly maxWidth?: number | undefined },
): string {
  const alt = escapeHtml(figure.description);
  const lazy = still?.loading === undefined ? '' : ` loading="${still.loading}"`;
  const picture = still
    ? `<img width="${still.width}" height="${still.height}" alt="${alt}" src="${still.src}"${lazy}>`
    : `<p>${alt}</p>`;
  const style = maxWidth ? ` style="max-width:${maxWidth}px"` : '';
  const json = JSON.stringify(figure).replace(/</g, '\\u003c');
  return `<div class="plot"${style} role="group" aria-label="${alt}">${picture}</div>\n<script type="application/json">${json}</script>`;
}
