import { checkWhole } from '../checks';
import { checkGrey } from './checkGrey';
import { checkOptions } from './checkOptions';
import { greyImage, type GreyImage } from './greyImage';
import type { WarpMap } from './createWarpMap';

export interface WarpByMapOptions {
  map: WarpMap;
  /** Grey value of what comes from outside the image. Default: 255, paper. */
  border?: number;
}

/** `warpAffine` with a map made before, for many images of one size.
 *  Throws RangeError when the map is for another image size or `border` is no integer from 0 to 255. */
export function warpByMap(image: GreyImage, options: WarpByMapOptions): GreyImage {
  checkGrey('warpByMap', image);
  checkOptions('warpByMap', options, '{ map: createWarpMap(…) }');
  const { map, border = 255 } = options;
  checkOptions('warpByMap', map, 'createWarpMap(…)', 'map');
  checkWhole('warpByMap', { border }, 0, 255);
  if (image.width !== map.sourceWidth || image.height !== map.sourceHeight) {
    throw new RangeError(
      `warpByMap: the map is for images of ${map.sourceWidth} x ${map.sourceHeight}, ` +
        `got ${image.width} x ${image.height}.`,
    );
  }
  const padded = new Uint8Array(image.data.length + 1);
  padded.set(image.data);
  padded[image.data.length] = border;
  const { taps, weights } = map;
  const data = new Uint8Array(map.width * map.height);
  for (let pixel = 0, slot = 0; pixel < data.length; pixel++, slot += 4) {
    const sum =
      padded[taps[slot]] * weights[slot] +
      padded[taps[slot + 1]] * weights[slot + 1] +
      padded[taps[slot + 2]] * weights[slot + 2] +
      padded[taps[slot + 3]] * weights[slot + 3];
    data[pixel] = (sum + (1 << 14)) >> 15;
  }
  return greyImage(map.width, map.height, data);
}
