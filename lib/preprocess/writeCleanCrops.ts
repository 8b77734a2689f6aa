import type { GreyImage } from '../image';
import { boxesOf, checkPictureOf, cleanPicture, type Scheme } from '../scheme';
import { cropBoxesOf } from './cropBoxesOf';
import { createBitCleaner, type BitCleaner } from './createBitCleaner';

/** The fast cleaner of each scheme seen, where there is one. A scheme is not changed once it is in use. */
const cleaners = new WeakMap<Scheme, BitCleaner | 'none'>();

/** Writes a picture's characters, cleaned, to `target` from `offset` on, one after the other: what the scheme's boxes cut from
 *  `cleanPicture(image, scheme.clean)`. Where the scheme allows it (see `createBitCleaner`), at a fraction of the cost.
 *  Throws RangeError when the scheme has no boxes or the picture another size. */
export function writeCleanCrops(
  image: GreyImage,
  scheme: Scheme,
  { target, offset }: { readonly target: Uint8Array; readonly offset: number },
): void {
  checkPictureOf(scheme, image, 'writeCleanCrops');
  let cleaner = cleaners.get(scheme);
  if (cleaner === undefined) {
    cleaner = createBitCleaner(scheme) ?? 'none';
    cleaners.set(scheme, cleaner);
  }
  if (cleaner !== 'none') {
    cleaner(image, target, offset);
    return;
  }
  const crops = cropBoxesOf(cleanPicture(image, scheme.clean), boxesOf(scheme, 'writeCleanCrops'));
  crops.forEach(({ data }, position) => {
    target.set(data, offset + position * data.length);
  });
}
