import { checkPictureSize } from '../checkPictureSize';
import type { DecodedPicture } from '../decodedPicture';
import { samplesBySharp } from '../samplesBySharp';
import { lzwLength } from './lzwLength';
import { readGifFrame } from './readGifFrame';

/** Decodes the first picture of a GIF file by sharp. What of the whole the picture does not cover is transparent.
 *  Throws Error with the reason when pixels are missing or in doubt.
 *  @internal */
export async function decodeGif(bytes: Uint8Array): Promise<DecodedPicture> {
  const { width, height, frame, file, bits, data, notes } = readGifFrame(bytes);
  checkPictureSize(width, height);
  if (bits < 1 || bits > 8) throw new Error(`damaged: ${bits} bits a colour, and there are 1 to 8`);
  const [there, all] = [lzwLength(data, bits, frame.width * frame.height), frame.width * frame.height];
  if (there < all) throw new Error(`damaged or cut off: its data are of ${there} pixels, not ${all}`);
  const decoded = await samplesBySharp(file);
  if (frame.width === width && frame.height === height) return { ...decoded, notes };
  const { channels, data: pixels } = decoded;
  const whole = new Uint8Array(width * height * 4);
  const colours = channels < 3 ? [0, 0, 0] : [0, 1, 2];
  for (let from = 0, pixel = 0; from < pixels.length; from += channels, pixel++) {
    const [x, y] = [frame.x + (pixel % frame.width), frame.y + Math.floor(pixel / frame.width)];
    const to = 4 * (y * width + x);
    for (const [index, colour] of colours.entries()) whole[to + index] = pixels[from + colour];
    whole[to + 3] = channels % 2 === 0 ? pixels[from + channels - 1] : 255;
  }
  return { width, height, channels: 4, data: whole, notes };
}
