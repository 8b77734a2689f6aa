import { rgbaImage, type GreyImage, type RgbaImage } from '../image';
import { resizeMap, type ValueMap } from './resizeMap';

/** Options of `heatMapOver`. */
export interface HeatMapOptions {
  /** 'heat' (default) runs from white over orange to dark red, so that order survives colour blindness and a black and white
   *  print, and lets the strokes show through; 'jet' is the report's, blue over green to red. */
  readonly palette?: 'heat' | 'jet';
  /** Share of the map's colour in a jet overlay, 0 to 1; 0.4 by default. */
  readonly strength?: number;
}

/** White, orange and dark red: lightness falls throughout. */
const HEAT = [
  [255, 255, 255],
  [253, 205, 150],
  [244, 129, 62],
  [176, 42, 20],
] as const;

/** A map of values 0 to 1 laid over a picture, at the picture's size (see `resizeMap`). 'heat' multiplies the picture by the
 *  colour; 'jet' mixes both. Values outside 0 to 1 count as the nearer end. Neither input is modified.
 *  Throws RangeError when strength is not 0 to 1. */
export function heatMapOver(
  image: GreyImage,
  map: ValueMap,
  { palette = 'heat', strength = 0.4 }: HeatMapOptions = {},
): RgbaImage {
  if (!(strength >= 0 && strength <= 1)) {
    throw new RangeError(`heatMapOver: strength must be a number from 0 to 1, got ${strength}.`);
  }
  const { values } = resizeMap(map, image);
  const data = new Uint8Array(image.data.length * 4);
  values.forEach((value, pixel) => {
    const share = Math.min(Math.max(value, 0), 1);
    const grey = image.data[pixel];
    const colour = palette === 'jet' ? jet(share) : heat(share);
    colour.forEach((part, channel) => {
      const mixed = palette === 'jet' ? grey * (1 - strength) + part * strength : (grey * part) / 255;
      data[pixel * 4 + channel] = Math.round(mixed);
    });
    data[pixel * 4 + 3] = 255;
  });
  return rgbaImage(image.width, image.height, data);
}

function heat(share: number): number[] {
  const place = share * (HEAT.length - 1);
  const low = Math.min(Math.floor(place), HEAT.length - 2);
  return HEAT[low].map((part, channel) => part + (HEAT[low + 1][channel] - part) * (place - low));
}

/** The classic rainbow of MATLAB and OpenCV: three overlapping tents. */
function jet(share: number): number[] {
  return [3, 2, 1].map((peak) => 255 * Math.min(Math.max(1.5 - Math.abs(4 * share - peak), 0), 1));
}
