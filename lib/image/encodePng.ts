import { checkGrey } from './checkGrey';
import type { GreyImage } from './greyImage';
import { loadJimp } from './jimp';

/** The image as the bytes of an 8-bit grey PNG file; lossless, and the same bytes for the same image. */
export async function encodePng(image: GreyImage): Promise<Buffer> {
  checkGrey('encodePng', image);
  const { Jimp, PNGColorType, PNGFilterType } = await loadJimp();
  const rgba = Buffer.alloc(image.data.length * 4, 255);
  for (let pixel = 0, byte = 0; pixel < image.data.length; pixel++, byte += 4) {
    rgba[byte] = rgba[byte + 1] = rgba[byte + 2] = image.data[pixel];
  }
  const picture = new Jimp({ width: image.width, height: image.height, data: rgba });
  return picture.getBuffer('image/png', {
    colorType: PNGColorType.GRAYSCALE,
    filterType: PNGFilterType.NONE,
  });
}
