import type { DecodedPicture } from './decodedPicture';
import { greyOf } from './greyFromRgba';
import { greyImage, type GreyImage } from './greyImage';

/** True when a pixel's alpha is below 255. @internal */
export function isTransparent({ channels, data }: DecodedPicture): boolean {
  if (channels % 2 === 1) return false;
  for (let at = channels - 1; at < data.length; at += channels) if (data[at] !== 255) return true;
  return false;
}

/** The grey picture. onWhite: each sample v of alpha a becomes the nearest whole number to 255 + (v - 255) a / 255, before colours
 *  become grey; else alpha is ignored. Pictures whose alpha is 255 throughout are the same either way.
 *  @internal */
export function greyOfPicture(picture: DecodedPicture, onWhite: boolean): GreyImage {
  const { width, height, channels, data } = picture;
  if (channels === 1) return greyImage(width, height, data);
  const colours = channels < 3 ? 1 : 3;
  const composed = onWhite && isTransparent(picture);
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += channels) {
    const alpha = composed ? data[at + channels - 1] : 255;
    const red = overWhite(data[at], alpha);
    grey[pixel] =
      colours === 1 ? red : greyOf(red, overWhite(data[at + 1], alpha), overWhite(data[at + 2], alpha));
  }
  return greyImage(width, height, grey);
}

function overWhite(value: number, alpha: number): number {
  return alpha === 255 ? value : Math.floor((value * alpha + 255 * (255 - alpha) + 127) / 255);
}
