import { rgbaImage, type RgbaImage } from '../../../../../lib/image/rgbaImage';
import type { FeatureMaps } from '../../../../../lib/visualize/activations';
import { tileOf } from '../../../../../lib/visualize/tileOf';

/** Pixels between two maps: room for the frame of the chosen one. */
const GAP = 2;
const BETWEEN = 89;
const FRAME = [213, 94, 0];

/** Maps in a row: so many that the sheet is about as high as wide. */
export function columnsOf({ width, height, maps }: FeatureMaps): number {
  return Math.ceil(Math.sqrt((maps.length * (height + GAP)) / (1.2 * (width + GAP))));
}

/** All maps of a layer in one picture, row by row, the chosen one framed. */
export function mapSheet(layer: FeatureMaps, chosen: number): RgbaImage {
  const { width, height, maps } = layer;
  const columns = columnsOf(layer);
  const rows = Math.ceil(maps.length / columns);
  const sheet = { width: columns * (width + GAP) + GAP, height: rows * (height + GAP) + GAP };
  const data = new Uint8Array(4 * sheet.width * sheet.height).fill(BETWEEN);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  const corner = (filter: number): [x: number, y: number] => [
    GAP + (filter % columns) * (width + GAP),
    GAP + Math.floor(filter / columns) * (height + GAP),
  ];
  const [left, top] = corner(chosen);
  for (let y = top - GAP; y < top + height + GAP; y++) {
    for (let x = left - GAP; x < left + width + GAP; x++) data.set(FRAME, 4 * (y * sheet.width + x));
  }
  maps.forEach((values, filter) => {
    const tile = tileOf({ width, height, values }).data;
    const [x, y] = corner(filter);
    tile.forEach((grey, pixel) => {
      const at = (y + Math.floor(pixel / width)) * sheet.width + x + (pixel % width);
      data.fill(grey, 4 * at, 4 * at + 3);
    });
  });
  return rgbaImage(sheet.width, sheet.height, data);
}

/** The map under a place of the sheet, both as shares of its sides; undefined where there is none. */
export function mapAt(layer: FeatureMaps, across: number, down: number): number | undefined {
  const { width, height, maps } = layer;
  const columns = columnsOf(layer);
  const rows = Math.ceil(maps.length / columns);
  const column = Math.floor((across * (columns * (width + GAP) + GAP)) / (width + GAP));
  const row = Math.floor((down * (rows * (height + GAP) + GAP)) / (height + GAP));
  const filter = row * columns + Math.min(column, columns - 1);
  return filter < maps.length ? filter : undefined;
}
