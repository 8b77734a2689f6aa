/** Whether what is put on a canvas comes back as it was. Browsers that guard against fingerprinting alter it: a few pixels by one
 *  step, or all of them. */
export function givesBack({ width, height, data }: ImageData): boolean {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  const back = context.getImageData(0, 0, width, height).data;
  return back.length === data.length && data.every((value, index) => back[index] === value);
}

/** A picture of all values in all channels, without two equal neighbours, the size of a CAPTCHA. */
export function knownPattern(): ImageData {
  const pattern = new ImageData(200, 50);
  pattern.data.forEach((_, index) => {
    pattern.data[index] = index % 4 === 3 ? 255 : (index * 73 + (index >> 8) * 31) & 255;
  });
  return pattern;
}
