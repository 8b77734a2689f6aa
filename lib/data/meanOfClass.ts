import { greyImage, type GreyImage } from '../image';
import type { ExampleSource } from './exampleSource';

/** Average picture of all examples of one class, each pixel's mean rounded half up.
 *  Throws RangeError when the source has no example of the class. */
export function meanOfClass(source: ExampleSource, label: number): GreyImage {
  const size = source.width * source.height;
  const sums = new Float64Array(size);
  const pixels = new Uint8Array(size);
  let count = 0;
  for (let index = 0; index < source.count; index++) {
    if (source.read(index, pixels, 0) !== label) continue;
    count++;
    for (let pixel = 0; pixel < size; pixel++) sums[pixel] += pixels[pixel];
  }
  if (count === 0) {
    throw new RangeError(`meanOfClass: none of the ${source.count} examples has class ${label}.`);
  }
  return greyImage(
    source.width,
    source.height,
    Uint8Array.from(sums, (sum) => Math.floor(sum / count + 0.5)),
  );
}
