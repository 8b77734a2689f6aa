import { greyImage, type GreyImage } from '../image';
import { checkFinite } from './checkFinite';
import type { ValueMap } from './valueMap';

export interface TileOptions {
  /** Grey levels to one standard deviation, 64 by default: the report's. */
  readonly contrast?: number;
}

/** A map as a grey picture, each scaled by itself: its mean becomes 128, one standard deviation `contrast` levels, and
 *  what leaves 0 to 255 is clipped. A constant map, as a blank filter's, becomes 128 throughout. Tiles therefore compare
 *  shapes, never strengths. Throws RangeError when contrast
 *  is not above 0 or a value is not finite. Source: report's recipe, Figures 14–21. */
export function tileOf({ height, width, values }: ValueMap, { contrast = 64 }: TileOptions = {}): GreyImage {
  if (!(contrast > 0 && Number.isFinite(contrast))) {
    throw new RangeError(`tileOf: contrast must be a number above 0, got ${contrast}.`);
  }
  checkFinite('tileOf', values);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  const data = Uint8Array.from(values, (value) => {
    const level = deviation > 0 ? ((value - mean) / deviation) * contrast + 128 : 128;
    return Math.round(Math.min(Math.max(level, 0), 255));
  });
  return greyImage(width, height, data);
}
