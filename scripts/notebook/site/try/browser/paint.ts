import type { GreyImage } from '../../../../../lib/image/greyImage';
import type { RgbaImage } from '../../../../../lib/image/rgbaImage';
import { element } from './element';

/** Draws a picture of a canvas's size on the one called `id` and says what it shows. */
export function paint(id: string, image: RgbaImage, label: string): void {
  paintSized(element(id, HTMLCanvasElement), image, label);
}

/** Draws a picture on a canvas, which takes its size, and says what it shows. */
export function paintSized(canvas: HTMLCanvasElement, image: RgbaImage, label: string): void {
  const { width, height } = image;
  // Setting a size empties the canvas, even to the one it has.
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  canvas.setAttribute('aria-label', label);
  const pixels = new ImageData(new Uint8ClampedArray(image.data), width, height);
  // Small pictures that only ever come as pixels: no use for a graphics card.
  canvas.getContext('2d', { willReadFrequently: true })!.putImageData(pixels, 0, 0);
}

/** A grey picture in colours. */
export function rgbaOf({ width, height, data }: GreyImage): RgbaImage {
  const rgba = new Uint8Array(data.length * 4).fill(255);
  data.forEach((grey, pixel) => rgba.fill(grey, pixel * 4, pixel * 4 + 3));
  return { width, height, data: rgba, channels: 4 };
}
