import { checkWhole } from '../checks';
import type { GreyImage, RgbaImage } from '../image';
import type { ImageGridFigureOptions } from './imageGridOptions';
import { textWidth, wrapText } from './wrapText';

/** Where everything of an image grid lies, in pixels of a screen as wide as it needs, from its left upper corner.
 *  @internal */
export interface ImageGrid {
  readonly columns: number;
  readonly rows: number;
  readonly scale: number;
  /** The part of a cell that tiles are drawn in. */
  readonly cell: { readonly width: number; readonly height: number };
  /** Distance from one cell to the next. */
  readonly step: { readonly x: number; readonly y: number };
  /** Room for row labels. */
  readonly left: number;
  /** The picture with all tiles, at the right of the row labels. */
  readonly sheet: { readonly width: number; readonly height: number };
  readonly width: number;
  readonly height: number;
  /** Captions and palette, their lines broken. */
  readonly captions: readonly string[];
  readonly palette: string;
  /** Middle of a tile's cell. */
  readonly centre: (index: number) => { x: number; y: number };
}

/** Widest and highest grid that scales are chosen for, in pixels: a wider one would leave much of its height empty on a
 *  telephone, a higher one would not be seen at a glance. */
const LARGEST = { width: 560, height: 720 };
/** Captions up to this many pixels stay on one line where columns are chosen here. */
const WIDEST_CAPTION = 88;
/** What a telephone 390 pixels wide leaves of its width: texts must fit in when all else has shrunk to it. */
const NARROWEST = 370;
/** Height of a line of captions, in pixels; all texts have one size. */
const LINE = 15;
/** Space above captions, in pixels. @internal */
export const SPACE = 2;

/** Places the tiles of an image grid. Throws RangeError without tiles or when an option is out of range. @internal */
export function layGrid(
  tiles: readonly (GreyImage | RgbaImage)[],
  { captions = [], rowLabels = [], palette = '', gap = 6, ...options }: ImageGridFigureOptions,
): ImageGrid {
  if (tiles.length === 0) throw new RangeError('imageGridFigure: tiles is empty; give at least one picture.');
  checkWhole('imageGridFigure', { columns: options.columns ?? 1, scale: options.scale ?? 1 }, 1);
  checkWhole('imageGridFigure', { gap }, 0);
  const tile = {
    width: Math.max(...tiles.map(({ width }) => width)),
    height: Math.max(...tiles.map(({ height }) => height)),
  };
  const word = Math.max(0, ...captions.map(options.columns === undefined ? captionWidth : wordWidth));
  const labels = rowLabels.length === 0 ? 0 : Math.max(...rowLabels.map(textWidth)) + gap + 2;
  const narrow = NARROWEST - labels;
  const fitting = Math.max(1, Math.floor((narrow - gap) / (Math.max(tile.width, word, 24) + gap)));
  const columns = Math.min(tiles.length, options.columns ?? fitting);
  const rows = Math.ceil(tiles.length / columns);
  const across = (scale: number): number => gap + columns * (Math.max(tile.width * scale, word) + gap);
  const down = (scale: number): number => gap + rows * (tile.height * scale + gap + (word > 0 ? LINE : 0));
  let scale = options.scale ?? 1;
  if (options.scale === undefined) {
    while (across(scale + 1) + labels <= LARGEST.width && down(scale + 1) <= LARGEST.height) scale++;
  }
  const cell = { width: Math.max(tile.width * scale, word), height: tile.height * scale };
  const sheetWidth = across(scale);
  // Texts keep their size on a narrow screen, so their room is as much larger here as all else is smaller there.
  const shrink = Math.max(1, sheetWidth / narrow);
  const wrapped = captions.map((text) => wrapText(text, (cell.width + gap) / shrink));
  const most = Math.max(0, ...wrapped.map(lines));
  const below = most === 0 ? 0 : (most * LINE + SPACE) * shrink;
  const step = { x: cell.width + gap, y: cell.height + gap + Math.ceil(below) };
  const sheet = { width: sheetWidth, height: gap + rows * step.y };
  const legend = wrapText(palette, NARROWEST);
  const left = Math.ceil(labels * shrink);
  return {
    columns,
    rows,
    scale,
    cell,
    step,
    left,
    sheet,
    width: left + sheet.width,
    height: sheet.height + Math.ceil(lines(legend) * LINE * shrink),
    captions: wrapped,
    palette: legend,
    centre: (index) => ({
      x: left + gap + (index % columns) * step.x + cell.width / 2,
      y: gap + Math.floor(index / columns) * step.y + cell.height / 2,
    }),
  };
}

/** Width of a short caption, and of a longer one's longest word. */
function captionWidth(text: string): number {
  return textWidth(text) <= WIDEST_CAPTION ? textWidth(text) : Math.max(WIDEST_CAPTION, wordWidth(text));
}

function wordWidth(text: string): number {
  return Math.max(...text.split(' ').map(textWidth));
}

function lines(text: string): number {
  return text === '' ? 0 : text.split('<br>').length;
}
