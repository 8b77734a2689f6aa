import { checkRgba } from './checkRgba';
import { pngFile } from './pngFile';
import type { RgbaImage } from './rgbaImage';

const GREY_WITH_ALPHA = 4;
const COLOUR_WITH_ALPHA = 6;
const FILTER_SUB = 1;
const FILTER_UP = 2;

/** The image as the bytes of an 8-bit PNG file, lossless; small for pictures that were enlarged without smoothing, which take
 *  little more room than before. A row equal to the one above is stored as no difference to it, any other as differences to
 *  the pixel at its left; grey pictures are stored as grey. Pictures not enlarged can be smaller by `encodeRgbaPng`. */
export function encodeCompactPng(image: RgbaImage): Buffer {
  checkRgba('encodeCompactPng', image);
  const { width, height, data } = image;
  const grey = isGrey(data);
  const samples = grey ? greyWithAlpha(data) : data;
  const channels = grey ? 2 : 4;
  const length = width * channels;
  const rows = Buffer.alloc(height * (1 + length));
  for (let y = 0; y < height; y++) {
    const row = samples.subarray(y * length, (y + 1) * length);
    const start = y * (1 + length);
    if (y > 0 && Buffer.compare(row, samples.subarray((y - 1) * length, y * length)) === 0) {
      rows[start] = FILTER_UP;
      continue;
    }
    rows[start] = FILTER_SUB;
    for (let sample = 0; sample < length; sample++) {
      rows[start + 1 + sample] = row[sample] - (sample < channels ? 0 : row[sample - channels]);
    }
  }
  const colourType = grey ? GREY_WITH_ALPHA : COLOUR_WITH_ALPHA;
  return pngFile(rows, { width, height, colourType });
}

function isGrey(data: Uint8Array): boolean {
  for (let byte = 0; byte < data.length; byte += 4) {
    if (data[byte] !== data[byte + 1] || data[byte] !== data[byte + 2]) return false;
  }
  return true;
}

function greyWithAlpha(data: Uint8Array): Uint8Array {
  const samples = new Uint8Array(data.length / 2);
  for (let byte = 0, sample = 0; byte < data.length; byte += 4) {
    samples[sample++] = data[byte];
    samples[sample++] = data[byte + 3];
  }
  return samples;
}
