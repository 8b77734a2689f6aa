import { checkWhole } from '../checks';
import type { Canvas } from '@napi-rs/canvas';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import type { GreyImage, RgbaImage } from '../image';

export interface ImageGridOptions {
  /** Pictures in a row; by default as many as fit into 900 pixels. */
  columns?: number;
  /** One text under each picture; '' leaves one without. */
  captions?: readonly string[];
  /** Size of one pixel of the picture, a whole number; pictures are enlarged without smoothing. */
  scale?: number;
  /** Space between pictures, in pixels. */
  gap?: number;
  /** Line around each picture, which shows where white ends; 'none' leaves it out. */
  border?: 'thin' | 'none';
}

/** A picture as PNG bytes, with the size at which it is meant to be seen; the PNG itself is twice as fine, so that
 *  its text is sharp on dense screens. */
export interface PngPicture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

const DENSITY = 2;
const CAPTION_SIZE = 13;
const CAPTION_LINE = 19;
const FONT = 'captcha-lab captions';

/** Grey images, or coloured ones, side by side on white, with captions, as one PNG. Images may differ in size; each sits centred in a
 *  cell as large as the largest. Throws RangeError when there are no images, the captions do not match them, or an
 *  option is out of range. */
export function imageGrid(
  images: readonly (GreyImage | RgbaImage)[],
  options: ImageGridOptions = {},
): PngPicture {
  const { captions, scale = 1, gap = 8, border = 'thin' } = options;
  if (images.length === 0) throw new RangeError('imageGrid: images is empty; give at least one image.');
  checkWhole('imageGrid', { scale }, 1);
  checkWhole('imageGrid', { gap }, 0);
  if (captions && captions.length !== images.length) {
    throw new RangeError(
      `imageGrid: captions must hold one text per image (${images.length}), got ${captions.length}.`,
    );
  }
  const font = registerFont();
  const captionWidth = measureWidest(captions ?? [], font);
  const cellWidth = Math.max(captionWidth, ...images.map((image) => image.width * scale));
  const pictureHeight = Math.max(...images.map((image) => image.height * scale));
  const cellHeight = pictureHeight + (captions ? CAPTION_LINE : 0);
  const fitting = Math.max(1, Math.floor((900 - gap) / (cellWidth + gap)));
  const columns = options.columns ?? Math.min(images.length, fitting);
  checkWhole('imageGrid', { columns }, 1);
  const width = Math.min(columns, images.length) * (cellWidth + gap) + gap;
  const height = Math.ceil(images.length / columns) * (cellHeight + gap) + gap;
  const canvas = createCanvas(width * DENSITY, height * DENSITY);
  const context = canvas.getContext('2d');
  context.scale(DENSITY, DENSITY);
  context.imageSmoothingEnabled = false;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.font = font;
  context.textAlign = 'center';
  for (const [index, image] of images.entries()) {
    const left = gap + (index % columns) * (cellWidth + gap);
    const top = gap + Math.floor(index / columns) * (cellHeight + gap);
    const x = left + Math.floor((cellWidth - image.width * scale) / 2);
    const y = top + Math.floor((pictureHeight - image.height * scale) / 2);
    if (border === 'thin') {
      context.fillStyle = '#b8b8b8';
      context.fillRect(x - 1, y - 1, image.width * scale + 2, image.height * scale + 2);
    }
    context.drawImage(rawCanvas(image), x, y, image.width * scale, image.height * scale);
    context.fillStyle = '#1a1a1a';
    context.fillText(captions?.[index] ?? '', left + cellWidth / 2, top + pictureHeight + CAPTION_SIZE + 2);
  }
  return { png: canvas.toBuffer('image/png'), width, height };
}

function rawCanvas(image: GreyImage | RgbaImage): Canvas {
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  const pixels = context.createImageData(image.width, image.height);
  if (image.data.length === pixels.data.length) {
    pixels.data.set(image.data);
  } else {
    for (const [index, value] of image.data.entries()) {
      pixels.data.fill(value, index * 4, index * 4 + 3);
      pixels.data[index * 4 + 3] = 255;
    }
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function measureWidest(captions: readonly string[], font: string): number {
  const context = createCanvas(1, 1).getContext('2d');
  context.font = font;
  return Math.ceil(Math.max(0, ...captions.map((caption) => context.measureText(caption).width)));
}

/** Registers the bundled face, so that captions look the same on every machine. */
function registerFont(): string {
  if (!GlobalFonts.has(FONT)) {
    const file = require.resolve('@fontsource/open-sans/files/open-sans-latin-400-normal.woff2');
    GlobalFonts.registerFromPath(file, FONT);
  }
  return `${CAPTION_SIZE}px "${FONT}", sans-serif`;
}
