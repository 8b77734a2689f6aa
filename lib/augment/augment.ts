import { warpAffine, warpByMap, type GreyImage, type WarpMap } from '../image';
import { createRotations } from './rotations';
import { VARIANTS } from './variants';

/** The 27 variants of a crop in the order of `VARIANTS`, each of the crop's size; what comes from outside is 255.
 *  Two warps, each rounded to bytes: the rotation about (width / 2, height / 2), then the shift.
 *  Source: report V.C; equals OpenCV 4.10's warpAffine byte for byte. */
export function augment(crop: GreyImage): GreyImage[] {
  const rotations = createRotations(crop.width, crop.height);
  return VARIANTS.map(({ degrees, dx, dy }) => {
    const turned = warpByMap(crop, { map: rotations.get(degrees) as WarpMap });
    return warpAffine(turned, {
      matrix: [
        [1, 0, dx],
        [0, 1, dy],
      ],
    });
  });
}
