import type { GreyImage, RgbaImage } from '../image';
import { encodeCompactPng } from '../image';
import type { Figure } from './figure';
import type { ImageGridFigureOptions } from './imageGridOptions';
import { gridAnnotations } from './gridAnnotations';
import { layGrid } from './layGrid';
import { themedLayout } from './theme';
import { tileSheet } from './tileSheet';
import { SMALL_TEXT, textWidth } from './wrapText';

/** Small pictures in a grid, row after row: what filters answer, mean characters, mistakes. Tiles may differ in size; each
 *  sits in the middle of a cell as large as the largest. Pixels become squares, without smoothing; on screens narrower than
 *  the grid all of it shrinks, but not the texts, for which room is left. Every tile has a thin grey line around it, as
 *  white is also the colour of the page. One PNG holds all tiles.
 *  Throws RangeError without tiles, when texts do not match tiles or rows, or when an option is out of range. */
export function imageGridFigure(
  tiles: readonly (GreyImage | RgbaImage)[],
  options: ImageGridFigureOptions = {},
): Figure {
  const { name = 'image-grid', title = 'Pictures', subtitle, captions, palette } = options;
  checkTexts('captions', captions, tiles.length, 'tile');
  checkTexts('hovers', options.hovers, tiles.length, 'tile');
  const grid = layGrid(tiles, options);
  checkTexts('rowLabels', options.rowLabels, grid.rows, 'row');
  const picture = encodeCompactPng(tileSheet(tiles, grid));
  const { margin = {}, ...layout } = themedLayout({ title, subtitle }, {});
  const room = { ...margin, l: 10, r: 10, b: 10 };
  const height = grid.height + (room.t ?? 0) + room.b;
  const centres = tiles.map((_, index) => grid.centre(index));
  return {
    name,
    description: [
      `${title}: ${counted(tiles.length, 'picture')} in ${counted(grid.rows, 'row')}`,
      ...(options.rowLabels ? [`; rows: ${options.rowLabels.join(', ')}`] : []),
      ...(captions ? [`; ${captions.filter(Boolean).join(', ')}`] : []),
      palette === undefined ? '.' : `. ${palette}`,
    ].join(''),
    data: [
      {
        // Not to be seen: tells what the pointer is over.
        type: 'scatter',
        mode: 'markers',
        x: centres.map(({ x }) => x),
        y: centres.map(({ y }) => y),
        text: tiles.map((_, index) => options.hovers?.[index] ?? captions?.[index] ?? String(index + 1)),
        hoverinfo: 'text',
        marker: { symbol: 'square', opacity: 0, size: Math.min(grid.cell.width, grid.cell.height) },
      },
    ],
    layout: {
      ...layout,
      // Where the heading stands in a figure of the usual height; a share of this one's would move it.
      title: { ...(layout.title as object), y: 1 - 13 / height },
      // No wider than it must be, or a slide would be half empty.
      width: Math.ceil(Math.max(grid.width, headingWidth(title, subtitle)) + room.l + room.r),
      height,
      margin: room,
      showlegend: false,
      xaxis: hidden([0, grid.width], 'left'),
      yaxis: { ...hidden([grid.height, 0], 'top'), scaleanchor: 'x', scaleratio: 1 },
      images: [
        {
          source: `data:image/png;base64,${picture.toString('base64')}`,
          xref: 'x',
          yref: 'y',
          x: grid.left,
          y: 0,
          sizex: grid.sheet.width,
          sizey: grid.sheet.height,
          sizing: 'stretch',
          layer: 'below',
        },
      ],
      annotations: gridAnnotations(grid, options),
    },
  };
}

/** About how wide the heading is, in pixels: its lines have 16 and 12 pixels. */
function headingWidth(title: string, subtitle = ''): number {
  return Math.max((textWidth(title) * 16) / SMALL_TEXT, (textWidth(subtitle) * 12) / SMALL_TEXT);
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function hidden(range: [number, number], toward: 'left' | 'top'): object {
  return { visible: false, range, fixedrange: true, constrain: 'domain', constraintoward: toward };
}

function checkTexts(name: string, texts: readonly string[] | undefined, count: number, unit: string): void {
  if (texts && texts.length !== count) {
    throw new RangeError(
      `imageGridFigure: ${name} must hold one text per ${unit} (${count}), got ${texts.length}.`,
    );
  }
}
