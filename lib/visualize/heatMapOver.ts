import { checkGrey, rgbaImage, type GreyImage, type RgbaImage } from '../image';
import { checkMap } from './checkMap';
import { checkFinite } from './checkFinite';
import { resizeMap } from './resizeMap';
import type { ValueMap } from './valueMap';

export interface HeatMapOptions {
  /** 'heat' (default) veils ink and paper in one colour, the more the higher the value: on both, order survives colour
   *  blindness and a black and white print (on middle grey only the hue tells), and where nothing is found the picture stays as it is. 'jet' is the report's rainbow, blue over
   *  green to red. */
  readonly palette?: 'heat' | 'jet';
  /** Share of the colour in the mixture, 0 to 1: of 'heat' where the value is 1 (0.85 by default), of 'jet' everywhere (0.4). */
  readonly strength?: number;
  /** How dark the picture's ink is drawn, 0 to 1: 1 (default) as it is; at 0.3 black becomes a light grey, on which the
   *  colours of a map can be told apart as well as on white. */
  readonly ink?: number;
}

/** Vermilion of Okabe and Ito's palette: as dark as middle grey, so that it shows on black and on white. */
const HEAT = [213, 94, 0] as const;

/** A map of values 0 to 1 laid over a picture, at the picture's size (see `resizeMap`). Values outside 0 to 1 count as the
 *  nearer end. `writeImage` saves what it gives. Neither input is modified. Throws RangeError when strength or ink is not 0 to 1 or a value is not
 *  finite. */
export function heatMapOver(
  image: GreyImage,
  map: ValueMap,
  { palette = 'heat', strength = palette === 'heat' ? 0.85 : 0.4, ink = 1 }: HeatMapOptions = {},
): RgbaImage {
  checkGrey('heatMapOver', image);
  checkMap('heatMapOver', map);
  if (!(strength >= 0 && strength <= 1)) {
    throw new RangeError(`heatMapOver: strength must be a number from 0 to 1, got ${strength}.`);
  }
  if (!(ink >= 0 && ink <= 1)) {
    throw new RangeError(`heatMapOver: ink must be a number from 0 to 1, got ${ink}.`);
  }
  checkFinite('heatMapOver', map.values);
  const { values } = resizeMap(map, image);
  const data = new Uint8Array(image.data.length * 4);
  values.forEach((value, pixel) => {
    const share = Math.min(Math.max(value, 0), 1);
    const colour = palette === 'jet' ? jet(share) : HEAT;
    const paper = 255 - (255 - image.data[pixel]) * ink;
    const opacity = palette === 'jet' ? strength : strength * share;
    colour.forEach((part, channel) => {
      data[pixel * 4 + channel] = Math.round(paper * (1 - opacity) + part * opacity);
    });
    data[pixel * 4 + 3] = 255;
  });
  return rgbaImage(image.width, image.height, data);
}

/** The classic rainbow of MATLAB and OpenCV: three overlapping tents. */
function jet(share: number): number[] {
  return [3, 2, 1].map((peak) => 255 * Math.min(Math.max(1.5 - Math.abs(4 * share - peak), 0), 1));
}
