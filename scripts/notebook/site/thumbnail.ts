import { createCanvas, loadImage } from '@napi-rs/canvas';
import { embeddedIn, type StillPicture } from '../embedded';
import type { Notebook } from '../notebookFile';

/** Largest size of a thumbnail, in pixels. */
const WIDTH = 320;
const HEIGHT = 200;

/** Pictures smaller than this say little at a glance, in the pixels at which they are seen. */
const TELLING = { width: 240, height: 120 };

/** Colours are rounded to multiples of this, which makes the files a third as large. */
const COLOUR_STEP = 17;

/** A picture of a notebook and what it shows. */
export interface DescribedPicture extends StillPicture {
  readonly description: string;
}

/** The picture that stands for a notebook: the first figure or picture large enough to tell something, else the first
 *  of all; undefined when there is none. drawn: the notebook's figures in order, where they were drawn. */
export function tellingPicture(
  { cells }: Notebook,
  drawn: readonly StillPicture[] | undefined,
): DescribedPicture | undefined {
  const left = [...(drawn ?? [])];
  const pictures = cells
    .flatMap(({ outputs }) => outputs ?? [])
    .flatMap((output): DescribedPicture[] => {
      const found = embeddedIn(output);
      if (found?.kind === 'picture') return [found.picture];
      if (found?.kind !== 'figure') return [];
      const still = left.shift() ?? found.still;
      return still ? [{ ...still, description: found.figure.description }] : [];
    });
  const telling = pictures.find(({ width, height }) => width >= TELLING.width && height >= TELLING.height);
  return telling ?? pictures.at(0);
}

/** A picture as a small PNG of at most 320 x 200 pixels, and its size. Pictures are never enlarged. */
export async function thumbnail({ png, width, height }: StillPicture): Promise<StillPicture> {
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const size = { width: side(width), height: side(height) };
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(await loadImage(png), 0, 0, size.width, size.height);
  const pixels = context.getImageData(0, 0, size.width, size.height);
  for (const [index, value] of pixels.data.entries()) {
    pixels.data[index] = Math.round(value / COLOUR_STEP) * COLOUR_STEP;
  }
  context.putImageData(pixels, 0, 0);
  return { png: canvas.toBuffer('image/png'), ...size };
}
