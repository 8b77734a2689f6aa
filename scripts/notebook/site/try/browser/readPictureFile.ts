import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../../../../../lib/report/captchaSize';
import { greyFromRgba } from '../../../../../lib/image/greyFromRgba';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { decodePng } from './decodePng';
import { givesBack, knownPattern } from './honestCanvas';

/** A picture that somebody chose. */
export interface ChosenPicture {
  readonly image: GreyImage;
  /** What is to be said of it though it was taken: that it was composed on white. Empty when nothing is. */
  readonly remark: string;
}

/** The grey picture in a file that somebody chose. Transparency counts as white, and is remarked on. Where the browser alters what a canvas gives back,
 *  as a guard against fingerprinting, a PNG is decoded without one and everything else refused.
 *  Throws RangeError, to be shown as it is, when it is no picture, of another size than a CAPTCHA, or cannot be had unaltered. */
export async function readPictureFile(file: File): Promise<ChosenPicture> {
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' }).catch(() => undefined);
  if (!bitmap) {
    throw new RangeError(
      `${file.name} is no picture that the browser can open. Choose a PNG, JPEG, WebP, GIF or BMP file.`,
    );
  }
  const { width, height } = bitmap;
  try {
    if (width !== CAPTCHA_WIDTH || height !== CAPTCHA_HEIGHT) {
      throw new RangeError(
        `${file.name} has ${width} × ${height} pixels. The network knows only CAPTCHAs of ${CAPTCHA_WIDTH} × ${CAPTCHA_HEIGHT}, ` +
          'so the picture was not read.',
      );
    }
    const { pixels, transparent } = pixelsByCanvas(bitmap) ?? (await pixelsWithoutCanvas(file));
    const remark = transparent ? `${file.name} has transparent pixels; they were composed on white.` : '';
    return { image: greyFromRgba(width, height, pixels), remark };
  } finally {
    bitmap.close();
  }
}

/** Pixels without transparency, and whether there was any. */
interface OnWhite {
  readonly pixels: Uint8Array;
  readonly transparent: boolean;
}

/** The bitmap's pixels on white; undefined where a canvas does not give back what is on it. */
function pixelsByCanvas(bitmap: ImageBitmap): OnWhite | undefined {
  if (!givesBack(knownPattern())) return undefined;
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const transparent = isTransparent(context.getImageData(0, 0, width, height).data);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  // Some guards alter one picture and not another: what was read must come back as well.
  return givesBack(pixels) ? { pixels: new Uint8Array(pixels.data.buffer), transparent } : undefined;
}

function isTransparent(rgba: Uint8Array | Uint8ClampedArray): boolean {
  return rgba.some((value, index) => index % 4 === 3 && value < 255);
}

const PNG_SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

async function pixelsWithoutCanvas(file: File): Promise<OnWhite> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const refuse = (reason: string): RangeError =>
    new RangeError(
      `This browser alters pictures that a page reads, to guard against fingerprinting. ${reason} ${file.name} was not read.`,
    );
  if (!PNG_SIGNATURE.every((value, index) => bytes[index] === value)) {
    throw refuse('Only a PNG can be read past that; choose one, or allow this page to read canvases.');
  }
  const { data } = await decodePng(bytes).catch((error: unknown) => {
    throw refuse(error instanceof RangeError ? error.message : 'Its pixels are damaged.');
  });
  // On white, as the canvas has it.
  const pixels = data.map((value, index) => {
    const alpha = data[index | 3];
    return index % 4 === 3 ? 255 : Math.round((value * alpha + 255 * (255 - alpha)) / 255);
  });
  return { pixels, transparent: isTransparent(data) };
}
