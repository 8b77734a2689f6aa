import type { Scheme } from './scheme';

/** Throws RangeError unless a picture has the size of the scheme's. `caller` names the function in the message. */
export function checkPictureOf(
  scheme: Pick<Scheme, 'width' | 'height'>,
  { width, height }: { readonly width: number; readonly height: number },
  caller: string,
): void {
  if (width !== scheme.width || height !== scheme.height) {
    throw new RangeError(
      `${caller}: the image must be ${scheme.width} x ${scheme.height} pixels, ` +
        `got ${width} x ${height}; resize it first.`,
    );
  }
}
