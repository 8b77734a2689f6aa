import type { Box } from './crop';
import { drawBoxes } from './drawBoxes';
import { greyImage, type GreyImage } from './greyImage';
import { rgbaImage, type RgbaImage } from './rgbaImage';

/** A colour as red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];

export interface ColourBoxesOptions {
  /** Of the lines. Default: vermilion of Okabe and Ito's palette, which shows on ink and on paper. */
  colour?: Colour;
}

/** The picture in colour with the outline of each box, one pixel wide, so that a box is told from ink; the boxes'
 *  rules and errors are those of `drawBoxes`. */
export function colourBoxes(
  image: GreyImage,
  boxes: readonly Box[],
  { colour = [213, 94, 0] }: ColourBoxesOptions = {},
): RgbaImage {
  const blank = greyImage(image.width, image.height, new Uint8Array(image.data.length));
  const lines = drawBoxes(blank, boxes, { value: 255 }).data;
  const data = new Uint8Array(image.data.length * 4);
  image.data.forEach((grey, pixel) => {
    const [red, green, blue] = lines[pixel] === 0 ? [grey, grey, grey] : colour;
    data.set([red, green, blue, 255], pixel * 4);
  });
  return rgbaImage(image.width, image.height, data);
}
