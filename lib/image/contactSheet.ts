import { checkGreys } from './checkGrey';
import { checkOptions } from './checkOptions';
import { greyImage, type GreyImage } from './greyImage';

export interface ContactSheetOptions {
  /** Tiles in a row; fewer images make one shorter row. */
  columns: number;
  /** Pixels between tiles, and around all of them; not enlarged. Default: 2. */
  gap?: number;
  /** Each source pixel becomes scale x scale pixels. Default: 1. */
  scale?: number;
  /** Grey value of gaps and empty tiles. Default: 255. */
  background?: number;
}

/** Puts images side by side in rows, in order, for viewing.
 *  All tiles are as wide as the widest and as high as the highest image, times `scale`; a smaller image sits in its
 *  tile's left upper corner. Tile (row r, column c) starts at x = gap + c (tile width + gap), y = gap + r (tile
 *  height + gap), and the sheet ends one gap after its last tile.
 *  Throws RangeError when there is no image or an option is no integer in its range. */
export function contactSheet(images: readonly GreyImage[], options: ContactSheetOptions): GreyImage {
  checkGreys('contactSheet', images);
  checkOptions('contactSheet', options, '{ columns: 5 }');
  const { columns, gap = 2, scale = 1, background = 255 } = options;
  if (images.length === 0)
    throw new RangeError('contactSheet: images must hold at least one image, got none.');
  checkInteger('columns', columns, 1);
  checkInteger('gap', gap, 0);
  checkInteger('scale', scale, 1);
  checkInteger('background', background, 0, 255);
  const across = Math.min(columns, images.length);
  const down = Math.ceil(images.length / across);
  const tileWidth = Math.max(...images.map((image) => image.width)) * scale;
  const tileHeight = Math.max(...images.map((image) => image.height)) * scale;
  const width = gap + across * (tileWidth + gap);
  const height = gap + down * (tileHeight + gap);
  const data = new Uint8Array(width * height).fill(background);
  images.forEach((image, index) => {
    const left = gap + (index % across) * (tileWidth + gap);
    const top = gap + Math.floor(index / across) * (tileHeight + gap);
    for (let y = 0; y < image.height * scale; y++) {
      const row = Math.floor(y / scale) * image.width;
      const start = (top + y) * width + left;
      for (let x = 0; x < image.width * scale; x++) {
        data[start + x] = image.data[row + Math.floor(x / scale)];
      }
    }
  });
  return greyImage(width, height, data);
}

function checkInteger(name: string, value: number, lowest: number, highest = Infinity): void {
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    const range = highest === Infinity ? `from ${lowest} on` : `from ${lowest} to ${highest}`;
    throw new RangeError(`contactSheet: ${name} must be an integer ${range}, got ${value}.`);
  }
}
