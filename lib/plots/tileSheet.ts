import type { GreyImage, RgbaImage } from '../image';
import { rgbaImage } from '../image';
import type { ImageGrid } from './layGrid';

/** Pixels of the sheet to one of the screen: squares stay sharp on dense screens and when the figure shrinks. */
const DENSITY = 2;
/** Line around tiles. */
const LINE = 184;

/** All tiles of a grid as one picture, transparent between them, twice as fine as the screen. @internal */
export function tileSheet(tiles: readonly (GreyImage | RgbaImage)[], grid: ImageGrid): RgbaImage {
  const sheet = rgbaImage(grid.sheet.width * DENSITY, grid.sheet.height * DENSITY);
  const scale = grid.scale * DENSITY;
  tiles.forEach((tile, index) => {
    const { x, y } = grid.centre(index);
    const left = Math.round((x - grid.left) * DENSITY - (tile.width * scale) / 2);
    const top = Math.round(y * DENSITY - (tile.height * scale) / 2);
    const box = { left, top, width: tile.width * scale, height: tile.height * scale };
    drawFrame(sheet, box);
    drawTile(sheet, tile, { left, top, scale });
  });
  return sheet;
}

function drawFrame(
  { width, height, data }: RgbaImage,
  box: { left: number; top: number; width: number; height: number },
): void {
  const [right, bottom] = [box.left + box.width + 1, box.top + box.height + 1];
  for (let y = Math.max(0, box.top - 1); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, box.left - 1); x < Math.min(width, right); x++) {
      data.set([LINE, LINE, LINE, 255], 4 * (y * width + x));
    }
  }
}

function drawTile(
  sheet: RgbaImage,
  tile: GreyImage | RgbaImage,
  { left, top, scale }: { left: number; top: number; scale: number },
): void {
  const grey = tile.data.length === tile.width * tile.height;
  for (let y = 0; y < tile.height * scale; y++) {
    for (let x = 0; x < tile.width * scale; x++) {
      const from = Math.floor(y / scale) * tile.width + Math.floor(x / scale);
      const value = tile.data[from];
      const pixel = grey ? [value, value, value, 255] : tile.data.subarray(4 * from, 4 * from + 4);
      sheet.data.set(pixel, 4 * ((top + y) * sheet.width + left + x));
    }
  }
}
