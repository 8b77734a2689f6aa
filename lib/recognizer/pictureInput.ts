import type { ColourImage } from './colourImage';
import { INPUT_CHANNELS, type InputSize } from './inputSize';
import { scalePlane } from './scalePlane';

/** Share of the pixels that may be beyond the brightest value: single bright dots must not press all others together. */
const BEYOND = 0.01;

/** What the network sees of a picture, whatever its colours: how far each pixel's colour is from that of the border, 0 to 1, and its
 *  brightness against the border's, -1 to 1, turned so that what differs is mostly positive. Ink is high in both, be it dark on
 *  light, light on dark or another hue of the same brightness. Scaled by areas or linearly to `size`.
 *  Returns size.height x size.width x 2 values, row-major. A picture of one colour gives zeros. */
export function pictureInput(image: ColourImage, size: InputSize): Float32Array {
  const border = borderColour(image);
  const pixels = image.width * image.height;
  const distance = new Float32Array(pixels);
  const brightness = new Float32Array(pixels);
  let sum = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    const red = image.data[3 * pixel] - border[0];
    const green = image.data[3 * pixel + 1] - border[1];
    const blue = image.data[3 * pixel + 2] - border[2];
    distance[pixel] = Math.sqrt(red * red + green * green + blue * blue);
    brightness[pixel] = 0.299 * red + 0.587 * green + 0.114 * blue;
    sum += brightness[pixel];
  }
  const most = high(distance);
  const mostBright = high(brightness.map(Math.abs)) * (sum < 0 ? -1 : 1);
  const planes = [
    scalePlane(scaled(distance, most), image, size),
    scalePlane(scaled(brightness, mostBright), image, size),
  ];
  const input = new Float32Array(size.height * size.width * INPUT_CHANNELS);
  planes.forEach((plane, channel) => {
    for (let at = 0; at < plane.length; at++) input[INPUT_CHANNELS * at + channel] = plane[at];
  });
  return input;
}

/** Median of the outermost pixels, channel by channel. */
function borderColour({ width, height, data }: ColourImage): number[] {
  const places: number[] = [];
  for (let x = 0; x < width; x++) places.push(x, (height - 1) * width + x);
  for (let y = 1; y < height - 1; y++) places.push(y * width, y * width + width - 1);
  return [0, 1, 2].map((channel) => {
    const values = places.map((place) => data[3 * place + channel]).sort((a, b) => a - b);
    return values[values.length >> 1];
  });
}

/** The value that all but a hundredth of the values stay below. */
function high(values: Float32Array): number {
  return Float32Array.from(values).sort()[Math.floor((values.length - 1) * (1 - BEYOND))];
}

function scaled(values: Float32Array, most: number): Float32Array {
  if (most === 0) return new Float32Array(values.length);
  return values.map((value) => Math.max(-1, Math.min(1, value / most)));
}
