import { isBytes } from './isBytes';
import { describeValue } from './describeValue';
import type { GreyImage } from './greyImage';

/** Throws TypeError, naming caller and argument, unless `image` is a grey image. TypeScript tells a colour picture from a grey one;
 *  plain JavaScript and notebooks' `any` do not. @internal */
export function checkGrey(caller: string, image: unknown, name = 'image'): void {
  const { width, height, data } = (image ?? {}) as Partial<GreyImage>;
  if (isBytes(data) && data.length === (width as number) * (height as number)) return;
  const colour = isBytes(data) && data.length === 4 * (width as number) * (height as number);
  const map = ArrayBuffer.isView((image as { values?: unknown } | undefined)?.values);
  const remedy = colour
    ? 'greyFromRgba(picture.width, picture.height, picture.data) makes it grey.'
    : map
      ? 'heatMapOver(picture, map) lays a map over a picture, tileOf(map) makes one of it.'
      : 'readImage(path), greyImage(width, height, bytes) and fromRows(rows) make one.';
  throw new TypeError(`${caller}: ${name} must be a grey image, got ${describeValue(image)}. ${remedy}`);
}

/** The same for a list of grey images, which may be empty. @internal */
export function checkGreys(caller: string, images: unknown, name = 'images'): void {
  if (!Array.isArray(images)) {
    const one = images as Partial<GreyImage> | null | undefined;
    const remedy = isBytes(one?.data) ? 'For one picture give [picture].' : 'Give an array.';
    throw new TypeError(
      `${caller}: ${name} must be a list of grey images, got ${describeValue(images)}. ${remedy}`,
    );
  }
  images.forEach((image: GreyImage, index) => {
    checkGrey(caller, image, `${name}[${index}]`);
  });
}
