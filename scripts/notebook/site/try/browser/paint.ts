import type { GreyImage } from '../../../../../lib/image/greyImage';
import type { RgbaImage } from '../../../../../lib/image/rgbaImage';
import { element } from './element';

/** Draws a picture of a canvas's size on it and says what it shows. */
export function paint(id: string, image: RgbaImage, label: string): void {
  const canvas = element(id, HTMLCanvasElement);
  canvas.setAttribute('aria-label', label);
  const pixels = new ImageData(new Uint8ClampedArray(image.data), image.width, image.height);
  // Small pictures that only ever come as pixels: no use for a graphics card.
  canvas.getContext('2d', { willReadFrequently: true })!.putImageData(pixels, 0, 0);
}

/** A grey picture in colours. */
export function rgbaOf({ width, height, data }: GreyImage): RgbaImage {
  const rgba = new Uint8Array(data.length * 4).fill(255);
  data.forEach((grey, pixel) => rgba.fill(grey, pixel * 4, pixel * 4 + 3));
  return { width, height, data: rgba, channels: 4 };
}
