import type { GreyImage } from '../image';

const MOST_ROWS = 12;
const MOST_COLUMNS = 24;

/** A value as an exercise shows it: numbers with at most six digits behind the point, pictures and tables row by row, long
 *  ones cut with a mark. */
export function showValue(value: unknown): string {
  if (typeof value === 'number') return showNumber(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isImage(value)) return showTable(imageRows(value));
  if (ArrayBuffer.isView(value)) return showList(Array.from(value as unknown as ArrayLike<number>));
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((row) => isNumbers(row)) ? showTable(value) : showList(value);
  }
  if (value instanceof Map) return showList([...value].map(([key, held]) => `${key} ${showValue(held)}`));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([key, held]) => `${key}: ${showValue(held)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return String(value);
}

/** Whether a value is a grey picture. */
export function isImage(value: unknown): value is GreyImage {
  const held = value as Partial<GreyImage> | null | undefined;
  return typeof held === 'object' && held?.data instanceof Uint8Array && typeof held.width === 'number';
}

function imageRows({ width, height, data }: GreyImage): number[][] {
  return Array.from({ length: height }, (_, y) => [...data.subarray(y * width, (y + 1) * width)]);
}

function isNumbers(row: unknown): row is ArrayLike<number> {
  const list = Array.isArray(row) || (ArrayBuffer.isView(row) && !(row instanceof DataView));
  return list && Array.from(row as ArrayLike<unknown>).every((item) => typeof item === 'number');
}

function showNumber(value: number): string {
  if (Number.isInteger(value) || !Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  return size < 1e-4 || size >= 1e9 ? value.toExponential(3) : String(Number(value.toFixed(6)));
}

function showList(items: readonly unknown[]): string {
  const shown = items
    .slice(0, MOST_COLUMNS)
    .map((item) => (typeof item === 'string' ? item : showValue(item)));
  return `[${shown.join(', ')}${items.length > MOST_COLUMNS ? ', …' : ''}]`;
}

function showTable(rows: readonly ArrayLike<number>[]): string {
  const cells = rows.slice(0, MOST_ROWS).map((row) => Array.from(row).slice(0, MOST_COLUMNS).map(showNumber));
  const width = Math.max(0, ...cells.flat().map((cell) => cell.length));
  const lines = cells.map(
    (row, y) =>
      `  ${row.map((cell) => cell.padStart(width)).join(' ')}${rows[y].length > MOST_COLUMNS ? ' …' : ''}`,
  );
  if (rows.length > MOST_ROWS) lines.push('  …');
  return `\n${lines.join('\n')}\n`;
}
