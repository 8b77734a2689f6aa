import { greyImage, type GreyImage, type RgbaImage } from '../image';
import { multiplyBytes } from './overlayAlpha';

/** Lays `image` over `background` and keeps the grey: 0.299 red + 0.587 green + 0.114 blue of each pixel,
 *  weighted by its alpha.
 *  image: RGBA, background: grey, both of one size; neither is modified. Rounded as Java2D does for black
 *  ink.
 *  Throws RangeError when the sizes differ. */
export function compose(image: RgbaImage, { background }: { background: GreyImage }): GreyImage {
  const { width, height, data } = image;
  if (background.width !== width || background.height !== height) {
    throw new RangeError(
      `compose: background must be ${width} x ${height} like the image, ` +
        `got ${background.width} x ${background.height}.`,
    );
  }
  const result = greyImage(width, height, new Uint8Array(width * height));
  for (let pixel = 0; pixel < result.data.length; pixel++) {
    const at = 4 * pixel;
    const alpha = data[at + 3];
    const grey = Math.round(0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]);
    result.data[pixel] = multiplyBytes(alpha, grey) + multiplyBytes(255 - alpha, background.data[pixel]);
  }
  return result;
}
