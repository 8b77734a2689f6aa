import type { Diagram } from './diagram';
import { DIAGRAM_STYLE } from './diagramStyle';
import { escapeXml, writeText } from './writeText';

/** Space around a drawing, in pixels. */
export const MARGIN = 24;

/** Width of every diagram: its letters stay readable where a page shows it 560 pixels wide. */
export const WIDTH = 680;

/** Puts marks on a sheet with a ground, a heading, and the texts for people who cannot see it. */
export function drawSheet(
  { name, title, description, height }: Omit<Diagram, 'svg' | 'width'>,
  marks: readonly string[],
): Diagram {
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${name}-title ${name}-desc">`,
    `<title id="${name}-title">${escapeXml(title)}</title>`,
    `<desc id="${name}-desc">${escapeXml(description)}</desc>`,
    `<style>${DIAGRAM_STYLE}</style>`,
    `<rect class="f-page" width="${WIDTH}" height="${height}" rx="8"/>`,
    writeText(title, { x: MARGIN, y: 36, size: 18, bold: true }),
    ...marks,
    '</svg>',
    '',
  ].join('\n');
  return { name, title, description, width: WIDTH, height, svg };
}
