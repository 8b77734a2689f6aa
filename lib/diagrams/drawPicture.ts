import type { GreyImage } from '../image';
import { drawBox } from './drawShapes';

/** Greys that a drawn picture may have, ink first; paper is its ground. */
const GREYS = [0, 51, 102, 153, 204, 235];

/** Options of `drawPicture`; x and y are of its left upper corner, in pixels. */
export interface PictureOptions {
  readonly x: number;
  readonly y: number;
  /** Pixels of the drawing for one of the picture; 1 by default. */
  readonly scale?: number;
}

/** A grey picture as rows of rectangles in six greys on white, with a thin frame: sharp at any size. */
export function drawPicture(picture: GreyImage, { x, y, scale = 1 }: PictureOptions): string {
  const { width, height } = picture;
  const paths = GREYS.flatMap((grey, level) => {
    const runs = runsOf(picture, level);
    if (runs === '') return [];
    const hex = grey.toString(16).padStart(2, '0');
    return [`<path fill="#${hex}${hex}${hex}" d="${runs}"/>`];
  });
  const frame = drawBox({ x, y, width: width * scale, height: height * scale, fill: 'none' });
  return [
    `<g transform="translate(${x} ${y}) scale(${scale})" shape-rendering="crispEdges">`,
    `<path fill="#ffffff" d="M0 0h${width}v${height}h-${width}z"/>${paths.join('')}</g>`,
    frame,
  ].join('');
}

/** The nearest grey's place in `GREYS`, as long as that is nearer than white. */
function levelOf(grey: number): number {
  const distances = [...GREYS, 255].map((one) => Math.abs(one - grey));
  return distances.indexOf(Math.min(...distances));
}

function runsOf({ width, height, data }: GreyImage, level: number): string {
  let path = '';
  for (let row = 0; row < height; row++) {
    for (let from = 0; from < width; from++) {
      let to = from;
      while (to < width && levelOf(data[row * width + to]) === level) to++;
      if (to === from) continue;
      path += `M${from} ${row}h${to - from}v1h-${to - from}z`;
      from = to;
    }
  }
  return path;
}
