import type { DecodedPicture } from './decodedPicture';
import { describeWrongFile } from './describeWrongFile';
import type { GreyImage } from './greyImage';
import { greyOfPicture, isTransparent } from './greyOfPicture';
import { ImageFileError } from './imageFileError';
import { imageFormat, isReadFormat, type ReadFormat } from './imageFormat';
import { orient } from './orientation';
import { decodePng } from './png/decodePng';

/* eslint-disable @typescript-eslint/no-require-imports -- most sets are PNG files, and need none of the others. */
const DECODERS: Readonly<
  Record<ReadFormat, (bytes: Uint8Array) => DecodedPicture | Promise<DecodedPicture>>
> = {
  PNG: decodePng,
  JPEG: (bytes) => (require('./jpeg/decodeJpeg') as typeof import('./jpeg/decodeJpeg')).decodeJpeg(bytes),
  WebP: (bytes) => (require('./webp/decodeWebp') as typeof import('./webp/decodeWebp')).decodeWebp(bytes),
  GIF: (bytes) => (require('./gif/decodeGif') as typeof import('./gif/decodeGif')).decodeGif(bytes),
  BMP: (bytes) => (require('./bmp/decodeBmp') as typeof import('./bmp/decodeBmp')).decodeBmp(bytes),
};
/* eslint-enable @typescript-eslint/no-require-imports */

export interface DecodeOptions {
  /** What the bytes are called in errors and warnings, usually the file name. */
  name: string;
  /** What becomes of transparent pixels: composed on white, the default, or their colour as it is stored, as in OpenCV's imread. */
  transparency?: 'white' | 'ignored';
  /** Called for each thing that is to be said of a picture though it was read; default `console.warn`. message: `name: reason`. */
  onWarning?: (message: string, reason: string) => void;
}

/** Decodes the bytes of a picture file to grey: 0.299 R + 0.587 G + 0.114 B as in `greyFromRgba`. PNG, JPEG (also CMYK), WebP, GIF and
 *  BMP, told by their content; of an animation the first picture. 16 bits lose their lower 8. Profiles and gamma are ignored.
 *  A JPEG's Exif orientation is followed, and a PNG's that stands before its pixels; others are not, as in browsers.
 *  Transparent pixels are composed on white, channel by channel, each rounded to the nearest whole number.
 *  Equals OpenCV 4.10's imread and cvtColor for opaque pictures of all these but GIF and animations, which OpenCV 4.10 does not read;
 *  for those, Pillow's.
 *  Faults that leave all pixels in place are warnings, as are transparency, a turn and an animation. The bytes may be changed as soon as
 *  the call has returned its promise.
 *  Throws ImageFileError naming `name` when the bytes are empty, of another format, or damaged or truncated so that a pixel is missing or
 *  in doubt, or the picture has more than 50 million pixels. */
export async function decodeImage(
  bytes: Uint8Array,
  { name, transparency = 'white', onWarning = console.warn }: DecodeOptions,
): Promise<GreyImage> {
  if ((transparency as string) !== 'white' && (transparency as string) !== 'ignored') {
    throw new TypeError(
      `decodeImage: transparency must be 'white' or 'ignored', got ${JSON.stringify(transparency)}.`,
    );
  }
  const format = imageFormat(bytes);
  if (!isReadFormat(format)) throw new ImageFileError(name, describeWrongFile(bytes, { name, format }));
  let picture: DecodedPicture;
  try {
    picture = await DECODERS[format](bytes);
  } catch (error) {
    const reason = `${format} file cannot be decoded: ${(error as Error).message}`;
    throw new ImageFileError(name, describeWrongFile(bytes, { name, format, reason }));
  }
  const { orientation = 1, notes } = picture;
  const onWhite = transparency === 'white';
  const said = [
    ...(onWhite && isTransparent(picture) ? ['transparent, and composed on white'] : []),
    ...(orientation === 1 ? [] : [`turned upright, as its Exif orientation ${orientation} asks`]),
    ...notes,
  ];
  for (const reason of said) onWarning(`${name}: ${reason}`, reason);
  return orient(greyOfPicture(picture, onWhite), orientation);
}
