import type { Tone } from './diagramStyle';

/** Options of `writeText`; x and y are of the base line, in pixels. */
export interface TextOptions {
  readonly x: number;
  readonly y: number;
  /** 15 pixels by default. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly tone?: Tone;
  /** Which part of the text stands at x: 'start' by default. */
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** `text` made safe for SVG. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A line of text. */
export function writeText(
  text: string,
  { x, y, size = 15, bold = false, tone = 'text', anchor = 'start' }: TextOptions,
): string {
  const weight = bold ? ' font-weight="600"' : '';
  const place = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="t-${tone}" x="${x}" y="${y}" font-size="${size}"${weight}${place}>${escapeXml(text)}</text>`;
}

/** Lines of text under one another, 1.35 times their size apart. */
export function writeLines(lines: readonly string[], options: TextOptions): string {
  const step = Math.round(1.35 * (options.size ?? 15));
  return lines.map((line, index) => writeText(line, { ...options, y: options.y + index * step })).join('\n');
}

/** A number as it is printed: at most two decimals, and a minus as long as a plus. */
export function writeNumber(value: number): string {
  return String(Math.round(100 * value) / 100 + 0).replace('-', '−');
}
