import { checkGrey } from './checkGrey';
import { checkOptions } from './checkOptions';
import { greyImage, type GreyImage } from './greyImage';

/** A rectangle of whole pixels; `x`, `y` is its left upper pixel. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Copies the pixels in `box`.
 *  Throws RangeError when a value is no integer, a side is below 1, or the box leaves the image. */
export function crop(image: GreyImage, box: Box): GreyImage {
  checkGrey('crop', image);
  checkOptions('crop', box, '{ x: 0, y: 0, width: 21, height: 38 }', 'box');
  const { x, y, width, height } = box;
  const whole = [x, y, width, height].every(Number.isInteger);
  if (!whole || width < 1 || height < 1) {
    throw new RangeError(`crop: the box must have integer sides of at least 1, got ${describe(box)}.`);
  }
  if (x < 0 || y < 0 || x + width > image.width || y + height > image.height) {
    throw new RangeError(
      `crop: the box must lie inside the image of ${image.width} x ${image.height}, got ${describe(box)}.`,
    );
  }
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const start = (y + row) * image.width + x;
    data.set(image.data.subarray(start, start + width), row * width);
  }
  return greyImage(width, height, data);
}

function describe({ x, y, width, height }: Box): string {
  return `${width} x ${height} at x ${x}, y ${y}`;
}
