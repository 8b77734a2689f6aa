import { writeFileWhole } from '../files';
import { isBytes } from './isBytes';
import { checkGrey } from './checkGrey';
import { describeValue } from './describeValue';
import { encodePng } from './encodePng';
import { encodeRgbaPng } from './encodeRgbaPng';
import type { GreyImage } from './greyImage';
import type { RgbaImage } from './rgbaImage';

/** Writes the image to `path` as a PNG, whole or not at all; a file of that name is replaced. A grey image becomes a grey
 *  PNG, a colour one (such as `heatMapOver` gives) an RGBA PNG.
 *  Throws RangeError when `path` does not end in .png, TypeError for what is no image, and the file system's error when it cannot
 *  be written. */
export async function writeImage(path: string, image: GreyImage | RgbaImage): Promise<void> {
  if (typeof path !== 'string') {
    throw new TypeError(`writeImage: path must be a text, the first argument, got ${describeValue(path)}.`);
  }
  if (!path.toLowerCase().endsWith('.png')) {
    throw new RangeError(`writeImage: path must end in .png, got ${path}.`);
  }
  if (!isColour(image)) checkGrey('writeImage', image);
  const bytes = isColour(image) ? encodeRgbaPng(image) : await encodePng(image);
  await writeFileWhole(path, bytes);
}

/** By its bytes: plain JavaScript may leave `channels` out. A picture without pixels is neither. */
function isColour(image: GreyImage | RgbaImage): image is RgbaImage {
  const { width, height, data } = ((image as unknown) ?? {}) as Partial<RgbaImage>;
  return isBytes(data) && data.length > 0 && data.length === 4 * (width as number) * (height as number);
}
