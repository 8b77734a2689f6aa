import type { Fill, Tone } from './diagramStyle';

/** A place, in pixels. */
export type Point = readonly [x: number, y: number];

export interface BoxOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: Fill;
  readonly tone?: Tone;
  readonly strong?: boolean;
  readonly dashed?: boolean;
  /** Radius of the corners; 0 by default. */
  readonly round?: number;
}

const DASHES = ' stroke-dasharray="4 3"';

/** A rectangle. */
export function drawBox(options: BoxOptions): string {
  const { x, y, width, height, fill = 'panel', tone = 'line', strong, dashed, round = 0 } = options;
  const corners = round === 0 ? '' : ` rx="${round}"`;
  return `<rect class="f-${fill} s-${tone}" x="${x}" y="${y}" width="${width}" height="${height}"${corners} stroke-width="${strong ? 3 : 1}"${dashed ? DASHES : ''}/>`;
}

export interface LineOptions {
  readonly tone?: Tone;
  readonly dashed?: boolean;
  /** 2 pixels by default. */
  readonly width?: number;
}

/** A line through points. */
export function drawLine(
  points: readonly Point[],
  { tone = 'line', dashed, width = 2 }: LineOptions = {},
): string {
  const path = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  return `<path class="f-none s-${tone}" d="${path}" stroke-width="${width}"${dashed ? DASHES : ''}/>`;
}

/** A line through points that ends in a head. */
export function drawArrow(points: readonly Point[], options: LineOptions = {}): string {
  const [[fromX, fromY], [x, y]] = points.slice(-2);
  const length = Math.hypot(x - fromX, y - fromY);
  const [alongX, alongY] = [(x - fromX) / length, (y - fromY) / length];
  const at = (along: number, across: number): string =>
    `${round(x - along * alongX - across * alongY)} ${round(y - along * alongY + across * alongX)}`;
  const neck: Point = [round(x - 8 * alongX), round(y - 8 * alongY)];
  const head = `<path class="t-${options.tone ?? 'line'}" d="M${round(x)} ${round(y)}L${at(9, 5)}L${at(9, -5)}z"/>`;
  return `${drawLine([...points.slice(0, -1), neck], options)}\n${head}`;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
