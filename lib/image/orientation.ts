import { greyImage, type GreyImage } from './greyImage';

const TAG_ORIENTATION = 0x0112;

/** Orientation 1–8 from Exif data (a TIFF header and its first directory); 1, upright, when they have none. @internal */
export function orientationOf(exif: Uint8Array | undefined): number {
  if (exif === undefined || exif.length < 8) return 1;
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const little = exif[0] === 0x49;
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > exif.length) return 1;
    if (view.getUint16(at, little) === TAG_ORIENTATION) {
      const value = view.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** The picture upright: from 5 on it is transposed, then turned or mirrored as the Exif standard says. @internal */
export function orient(image: GreyImage, orientation: number): GreyImage {
  if (orientation === 1) return image;
  const transposed = orientation >= 5;
  const mirrorX = [2, 3, 6, 7].includes(orientation);
  const mirrorY = [3, 4, 7, 8].includes(orientation);
  const [width, height] = transposed ? [image.height, image.width] : [image.width, image.height];
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = mirrorX ? width - 1 - x : x;
      const fromY = mirrorY ? height - 1 - y : y;
      data[y * width + x] =
        image.data[transposed ? fromX * image.width + fromY : fromY * image.width + fromX];
    }
  }
  return greyImage(width, height, data);
}
