/** Corners x0, y0, x1, y1, … of a closed polygon. Pixel (x, y) is the square from there to (x + 1, y + 1). */
export type Polygon = readonly number[];

/** A region of pixels and how far each is covered: row-major, 0 (outside) to 1 (inside). */
export interface Coverage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly data: Float64Array;
}

/** Which part of each pixel's area lies inside `polygons`, exactly. Polygons of one direction may overlap;
 *  one of the other direction is a hole. Result: the smallest region that holds them all; 0 x 0 pixels when
 *  there are none. @internal */
export function polygonCoverage(polygons: readonly Polygon[]): Coverage {
  let [minX, maxX, minY, maxY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const polygon of polygons) {
    for (let corner = 0; corner < polygon.length; corner += 2) {
      minX = Math.min(minX, polygon[corner]);
      maxX = Math.max(maxX, polygon[corner]);
      minY = Math.min(minY, polygon[corner + 1]);
      maxY = Math.max(maxY, polygon[corner + 1]);
    }
  }
  if (minX > maxX) return { x: 0, y: 0, width: 0, height: 0, data: new Float64Array(0) };
  const x = Math.floor(minX);
  const y = Math.floor(minY);
  const width = Math.ceil(maxX) - x;
  const height = Math.ceil(maxY) - y;
  // One column more: an edge on the region's right border adds to the pixel beyond it.
  const changes = new Float64Array((width + 1) * height);
  for (const polygon of polygons) {
    for (let corner = 0; corner < polygon.length; corner += 2) {
      const next = (corner + 2) % polygon.length;
      const from = [polygon[corner] - x, polygon[corner + 1] - y] as const;
      addEdge(changes, width + 1, from, [polygon[next] - x, polygon[next + 1] - y]);
    }
  }
  const data = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    let inside = 0;
    for (let column = 0; column < width; column++) {
      inside += changes[row * (width + 1) + column];
      data[row * width + column] = Math.min(Math.abs(inside), 1);
    }
  }
  return { x, y, width, height, data };
}

type Corner = readonly [x: number, y: number];

/** Adds the area to the right of an edge: what each pixel has more of it than its left neighbour. The edge is
 *  cut where it passes from one pixel to the next; a piece of height h whose middle is m from its pixel's
 *  left side covers h (1 - m) of that pixel and h of all pixels to the right. Upward edges count negative. */
function addEdge(changes: Float64Array, stride: number, from: Corner, to: Corner): void {
  if (from[1] === to[1]) return;
  const direction = from[1] < to[1] ? 1 : -1;
  const [[topX, top], [bottomX, bottom]] = direction === 1 ? [from, to] : [to, from];
  const slope = (bottomX - topX) / (bottom - top);
  for (let row = Math.floor(top); row < bottom; row++) {
    const startY = Math.max(top, row);
    const endY = Math.min(bottom, row + 1);
    const atStart = topX + (startY - top) * slope;
    const atEnd = topX + (endY - top) * slope;
    const left = Math.min(atStart, atEnd);
    const right = Math.max(atStart, atEnd);
    const last = Math.max(Math.ceil(right) - 1, Math.floor(left));
    for (let column = Math.floor(left); column <= last; column++) {
      const pieceLeft = Math.max(left, column);
      const pieceRight = Math.min(right, column + 1);
      const share = right > left ? (pieceRight - pieceLeft) / (right - left) : 1;
      const area = direction * share * (endY - startY);
      const middle = (pieceLeft + pieceRight) / 2 - column;
      const at = row * stride + column;
      changes[at] += area * (1 - middle);
      // The last column is the extra one, where nothing lies to the right.
      if (column + 1 < stride) changes[at + 1] += area * middle;
    }
  }
}
