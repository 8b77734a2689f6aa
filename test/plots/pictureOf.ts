import { Jimp } from 'jimp';
import { rgbaImage, type RgbaImage } from 'captcha-lab/image';
import type { Figure } from 'captcha-lab/plots';

/** The bytes of the first picture that a figure carries as a data URI. */
export function pngOf({ layout }: Figure): Buffer {
  const [kind, text] = (layout.images?.[0].source ?? '').split(',');
  if (kind !== 'data:image/png;base64') throw new Error(`no PNG but ${kind}`);
  return Buffer.from(text, 'base64');
}

/** A PNG's pixels. */
export async function pixelsOf(png: Buffer): Promise<RgbaImage> {
  const { width, height, data } = (await Jimp.fromBuffer(png)).bitmap;
  return rgbaImage(width, height, new Uint8Array(data));
}
