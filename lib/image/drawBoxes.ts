import { checkWhole } from '../checks';
import { isList } from './isList';
import { checkGrey } from './checkGrey';
import { describeValue } from './describeValue';
import type { Box } from './crop';
import { greyImage, type GreyImage } from './greyImage';

export interface DrawBoxesOptions {
  /** Grey value of the lines. Default: 0. */
  value?: number;
}

/** Draws the outline, one pixel wide, of each box: its own outermost pixels. What lies outside the image is left
 *  out. Throws RangeError when a box has other than integer sides of at least 1, or `value` is no byte. */
export function drawBoxes(
  image: GreyImage,
  boxes: readonly Box[],
  { value = 0 }: DrawBoxesOptions = {},
): GreyImage {
  checkGrey('drawBoxes', image);
  if (!isList(boxes)) {
    throw new TypeError(`drawBoxes: boxes must be a list of boxes, got ${describeValue(boxes)}.`);
  }
  checkWhole('drawBoxes', { value }, 0, 255);
  const data = Uint8Array.from(image.data);
  const draw = (x: number, y: number): void => {
    if (x >= 0 && x < image.width && y >= 0 && y < image.height) data[y * image.width + x] = value;
  };
  for (const { x, y, width, height } of boxes) {
    if (![x, y, width, height].every(Number.isInteger) || width < 1 || height < 1) {
      throw new RangeError(
        `drawBoxes: boxes must have integer sides of at least 1, got ${width} x ${height} at x ${x}, y ${y}.`,
      );
    }
    for (let step = 0; step < width; step++) {
      draw(x + step, y);
      draw(x + step, y + height - 1);
    }
    for (let step = 0; step < height; step++) {
      draw(x, y + step);
      draw(x + width - 1, y + step);
    }
  }
  return greyImage(image.width, image.height, data);
}
