/** A point in pixels: x right, y down. */
export type Point = readonly [x: number, y: number];

/** A cubic Bézier curve: its ends are the first and last point, the other two pull it. */
export type CubicCurve = readonly [Point, Point, Point, Point];

const MAX_HALVINGS = 10;

/** Points of a polyline that follows `curve`, both ends included. A piece whose inner control points lie
 *  closer to its chord than `flatness` pixels becomes one segment, any other is halved, at most ten times.
 *  Equals java.awt.geom.FlatteningPathIterator. Throws RangeError when flatness is not a positive number. */
export function flattenCurve(curve: CubicCurve, { flatness = 2 } = {}): Point[] {
  if (!(flatness > 0)) {
    throw new RangeError(`flattenCurve: flatness must be a positive number of pixels, got ${flatness}.`);
  }
  const points: Point[] = [curve[0]];
  const follow = (piece: CubicCurve, halvings: number): void => {
    const [start, control1, control2, end] = piece;
    const deviation = Math.max(squareToSegment(control1, start, end), squareToSegment(control2, start, end));
    if (halvings >= MAX_HALVINGS || deviation < flatness * flatness) {
      points.push(end);
      return;
    }
    const before = midpoint(start, control1);
    const between = midpoint(control1, control2);
    const after = midpoint(control2, end);
    const left = midpoint(before, between);
    const right = midpoint(between, after);
    const middle = midpoint(left, right);
    follow([start, before, left, middle], halvings + 1);
    follow([middle, right, after, end], halvings + 1);
  };
  follow(curve, 0);
  return points;
}

function midpoint(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** Squared distance of `point` from the segment, in the order of operations of java.awt.geom.Line2D. */
function squareToSegment(point: Point, start: Point, end: Point): number {
  const alongX = end[0] - start[0];
  const alongY = end[1] - start[1];
  let x = point[0] - start[0];
  let y = point[1] - start[1];
  let projection = 0;
  if (x * alongX + y * alongY > 0) {
    x = alongX - x;
    y = alongY - y;
    const product = x * alongX + y * alongY;
    if (product > 0) projection = (product * product) / (alongX * alongX + alongY * alongY);
  }
  return Math.max(0, x * x + y * y - projection);
}
