import { isBytes } from './isBytes';
import { describeValue } from './describeValue';
import type { RgbaImage } from './rgbaImage';

/** Throws TypeError, naming the caller, unless `image` is a colour image. @internal */
export function checkRgba(caller: string, image: unknown): void {
  const { width, height, data } = (image ?? {}) as Partial<RgbaImage>;
  if (isBytes(data) && data.length === 4 * (width as number) * (height as number)) return;
  throw new TypeError(
    `${caller}: image must be a colour image (RGBA), got ${describeValue(image)}. rgbaImage(width, height, bytes) makes one; encodePng takes grey images.`,
  );
}
