import { createWarpMap, rotationMatrix, type WarpMap } from '../image';
import { ROTATIONS } from './variants';

/** Warp maps of the report's rotations for images of one size, by angle; the point about which they turn is
 *  (width / 2, height / 2), (10.5, 19) for a crop.
 *  @internal */
export function createRotations(width: number, height: number): ReadonlyMap<number, WarpMap> {
  return new Map(
    ROTATIONS.map((degrees) => {
      const matrix = rotationMatrix({ centre: [width / 2, height / 2], degrees });
      return [degrees, createWarpMap({ matrix, sourceWidth: width, sourceHeight: height })] as const;
    }),
  );
}
