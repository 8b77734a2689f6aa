import type { DecodedPicture } from '../decodedPicture';
import { bmpIndices } from './bmpIndices';
import { readBmpHeader, type BmpHeader } from './readBmpHeader';

/** Decodes a BMP file: 1, 4 or 8 bits with a palette, also by run lengths; 16 bits, of which the missing lower ones are 0; 24 and 32.
 *  Equals OpenCV 4.10. Here and not by jimp, which reads palettes of 4 bits, run lengths and unusual orders of colours wrongly.
 *  Alpha counts where a mask names it and not all of it is 0, as in browsers.
 *  Throws Error with the reason when pixels are missing.
 *  @internal */
export function decodeBmp(bytes: Uint8Array): DecodedPicture {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readBmpHeader(file);
  const { width, height, bits, kind } = header;
  const data = file.subarray(header.pixels);
  const stride = 4 * Math.ceil((bits * width) / 32);
  const needed = stride * (height - 1) + Math.ceil((bits * width) / 8);
  const isRuns = kind === 'rle8' || kind === 'rle4';
  if (!isRuns && data.length < needed) {
    throw new Error(`truncated: its rows have ${data.length} bytes, not ${needed}`);
  }
  if (kind === 'palette' || isRuns) return { ...fromPalette(file, data, header), width, height, notes: [] };
  const pixels = kind === 'bytes' ? fromBytes(data, stride, header) : fromWords(data, stride, header);
  return { ...pixels, width, height, notes: [] };
}

type Pixels = Pick<DecodedPicture, 'channels' | 'data'>;

function fromPalette(file: Buffer, pixels: Buffer, header: BmpHeader): Pixels {
  const { palette, entry, bits } = header;
  const colours = new Uint8Array(256 * entry);
  colours.set(file.subarray(palette, Math.min(palette + entry * 2 ** bits, header.pixels)));
  const indices = bmpIndices(pixels, header);
  const data = new Uint8Array(indices.length * 3);
  for (let pixel = 0, at = 0; pixel < indices.length; pixel++) {
    const colour = entry * indices[pixel];
    for (const sample of [2, 1, 0]) data[at++] = colours[colour + sample];
  }
  return { channels: 3, data };
}

function fromBytes(
  pixels: Buffer,
  stride: number,
  { width, height, topDown, bits, places }: BmpHeader,
): Pixels {
  const data = new Uint8Array(width * height * 4);
  const [red, green, blue, alpha] = places;
  let seen = 0;
  for (let y = 0, to = 0; y < height; y++) {
    let from = stride * (topDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++, from += bits / 8, to += 4) {
      data[to] = pixels[from + red];
      data[to + 1] = pixels[from + green];
      data[to + 2] = pixels[from + blue];
      data[to + 3] = alpha < 0 ? 255 : pixels[from + alpha];
      seen |= data[to + 3];
    }
  }
  if (seen === 0) for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { channels: 4, data };
}

function fromWords(pixels: Buffer, stride: number, { width, height, topDown, kind }: BmpHeader): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    let from = stride * (topDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++, from += 2) {
      const word = pixels.readUInt16LE(from);
      data[to++] = kind === '555' ? (word >> 7) & 0xf8 : (word >> 8) & 0xf8;
      data[to++] = kind === '555' ? (word >> 2) & 0xf8 : (word >> 3) & 0xfc;
      data[to++] = (word << 3) & 0xf8;
    }
  }
  return { channels: 3, data };
}
