import fc from 'fast-check';
import { greyImage, type GreyImage } from 'captcha-lab/image';

/** Any grey image of up to 12 x 12 pixels, for property tests. */
export const arbitraryImage: fc.Arbitrary<GreyImage> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((data) => greyImage(width, height, data)),
  );
