import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../../../../../lib/report/captchaSize';
import { greyFromRgba } from '../../../../../lib/image/greyFromRgba';
import type { GreyImage } from '../../../../../lib/image/greyImage';

/** The grey picture in a file that somebody chose. Transparency counts as white.
 *  Throws RangeError, to be shown as it is, when it is no picture or of another size than a CAPTCHA. */
export async function readPictureFile(file: File): Promise<GreyImage> {
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' }).catch(() => undefined);
  if (!bitmap) {
    throw new RangeError(`${file.name} is no picture that the browser can open. Choose a PNG or JPEG file.`);
  }
  const { width, height } = bitmap;
  try {
    if (width !== CAPTCHA_WIDTH || height !== CAPTCHA_HEIGHT) {
      throw new RangeError(
        `${file.name} has ${width} × ${height} pixels. The network knows only CAPTCHAs of ${CAPTCHA_WIDTH} × ${CAPTCHA_HEIGHT}, ` +
          'so the picture was not read.',
      );
    }
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, width, height);
    context.drawImage(bitmap, 0, 0);
    return greyFromRgba(width, height, new Uint8Array(context.getImageData(0, 0, width, height).data.buffer));
  } finally {
    bitmap.close();
  }
}
