import type { GreyImage } from '../image';
import { resizeMap } from './resizeMap';
import type { ValueMap } from './valueMap';

/** How a map lies on a character. */
export interface MapOnInk {
  /** Share of the map's weight that lies on ink, 0 to 1; NaN for a blank map. */
  readonly onInk: number;
  /** Share of the picture that is ink: what a map without any preference would give. */
  readonly ink: number;
}

/** How much of a map lies on the strokes of a picture and how much on the paper around; the map is brought to the
 *  picture's size first (see `resizeMap`). Ink is what is darker than 128. The map's values must not be negative. */
export function mapOnInk(map: ValueMap, image: GreyImage): MapOnInk {
  const { values } = resizeMap(map, image);
  let [all, onInk, ink] = [0, 0, 0];
  values.forEach((value, pixel) => {
    all += value;
    if (image.data[pixel] >= 128) return;
    onInk += value;
    ink++;
  });
  return { onInk: onInk / all, ink: ink / values.length };
}
