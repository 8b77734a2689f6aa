import { checkGreys } from './checkGrey';
import { greyImage, type GreyImage } from './greyImage';

/** The pixelwise median of images of one size. What most images share at a place stays, what is in few goes.
 *  Even count: the mean of the two middle values, a half rounded up.
 *  Throws RangeError when there is no image or sizes differ. */
export function medianImage(images: readonly GreyImage[]): GreyImage {
  checkGreys('medianImage', images);
  if (images.length === 0)
    throw new RangeError('medianImage: images must hold at least one image, got none.');
  const { width, height } = images[0];
  for (const [index, image] of images.entries()) {
    if (image.width !== width || image.height !== height) {
      throw new RangeError(
        `medianImage: every image must be ${width} x ${height} like the first, ` +
          `image ${index} is ${image.width} x ${image.height}.`,
      );
    }
  }
  const lower = Math.floor((images.length - 1) / 2);
  const upper = Math.floor(images.length / 2);
  const data = new Uint8Array(width * height);
  const values = new Uint8Array(images.length);
  for (let pixel = 0; pixel < data.length; pixel++) {
    for (let index = 0; index < values.length; index++) values[index] = images[index].data[pixel];
    values.sort();
    data[pixel] = (values[lower] + values[upper] + 1) >> 1;
  }
  return greyImage(width, height, data);
}
