import { stringify } from 'csv-stringify/sync';
import type { Figure } from '../../lib/plots';
import { panelNames } from './panelNames';

/** A trace of plotly, as far as it holds data. */
type Trace = Readonly<Record<string, unknown>>;
type Row = Record<string, unknown>;

const COLUMNS = ['trace', 'axes', 'x', 'y', 'z', 'text'];
const ERRORS = ['x_error_plus', 'x_error_minus', 'y_error_plus', 'y_error_minus'];

/** The data of a figure as CSV in long form: a row for each point, with the name of its trace, its position, and in z
 *  the value of a cell of a matrix. `axes` stands where the figure has several panels and says which, by `panelNames`
 *  (`accuracy (%) over epoch`); lengths of error bars stand where there are any. What a point does not have is empty. In a grid of pictures x and y are a tile's column and
 *  row, from 0, and text is what it shows: where it lies on the screen is no data. */
export function figureCsv({ data, layout }: Figure): string {
  const grid = (layout.images?.length ?? 0) > 0;
  const traces = (data as readonly Trace[]).map((trace) =>
    grid ? { ...trace, x: ranks(trace.x), y: ranks(trace.y) } : trace,
  );
  const panels = new Set(traces.map(axesOf));
  const names = panelNames(layout, [...panels]);
  const rows = traces.flatMap((trace, index) =>
    rowsOf(trace, { trace: nameOf(trace, index), axes: names.get(axesOf(trace)) }),
  );
  const columns = [
    ...COLUMNS.filter((column) => column !== 'axes' || panels.size > 1),
    ...ERRORS.filter((column) => rows.some((row) => row[column] !== undefined)),
  ];
  return stringify(rows, { header: true, columns });
}

/** Positions as whole numbers from 0, equal ones alike, in their order. */
function ranks(positions: unknown): number[] {
  const values = (listOf(positions) ?? []).map(Number);
  const levels = [...new Set(values)].sort((one, other) => one - other);
  return values.map((value) => levels.indexOf(value));
}

function nameOf({ name }: Trace, index: number): string {
  return typeof name === 'string' && name !== '' ? name : `trace ${index + 1}`;
}

function axesOf({ xaxis = 'x', yaxis = 'y' }: Trace): string {
  return `${String(xaxis)} ${String(yaxis)}`;
}

function rowsOf(trace: Trace, about: Row): Row[] {
  const { z, text } = trace;
  const [x, y] = [listOf(trace.x), listOf(trace.y)];
  if (Array.isArray(z) && z.every((row) => Array.isArray(row))) {
    return (z as unknown[][]).flatMap((line, row) =>
      line.map((value, column) => ({
        ...about,
        x: at(x, column, column),
        y: at(y, row, row),
        z: cell(value),
        text: cell(Array.isArray(text) ? listOf((text as unknown[])[row])?.[column] : text),
      })),
    );
  }
  const values = listOf(z);
  const count = Math.max(0, x?.length ?? 0, y?.length ?? 0, values?.length ?? 0);
  return Array.from({ length: count }, (_, index) => ({
    ...about,
    // Bars and curves without x stand at 0, 1, 2 …; a histogram of x has no y.
    x: at(x, index, y ? index : undefined),
    y: at(y, index, undefined),
    z: cell(values?.[index]),
    text: cell(Array.isArray(text) ? (text as unknown[])[index] : text),
    ...errorsOf('x', trace.error_x, x?.[index], index),
    ...errorsOf('y', trace.error_y, y?.[index], index),
  }));
}

function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? (value as unknown[]) : undefined;
}

function at(values: readonly unknown[] | undefined, index: number, fallback: unknown): unknown {
  return cell(values ? values[index] : fallback);
}

/** Plotly breaks lines by a tag of HTML, CSV has lines of its own. */
function cell(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cell).join(' / ');
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.replace(/<br\s*\/?>/g, '\n') : value;
}

/** The lengths of a point's error bars to either side, by plotly's four ways to state them. */
function errorsOf(axis: 'x' | 'y', bars: unknown, value: unknown, index: number): Row {
  const { type, visible, symmetric, array, arrayminus, ...rest } = (bars ?? {}) as Trace;
  if (bars === undefined || bars === null || visible === false) return {};
  const keys = [`${axis}_error_plus`, `${axis}_error_minus`];
  const pair = (plus: unknown, minus: unknown): Row => ({ [keys[0]]: plus, [keys[1]]: minus });
  if (Array.isArray(array)) {
    const plus: unknown = array[index];
    return pair(
      plus,
      symmetric === false ? listOf(arrayminus)?.[index] : (listOf(arrayminus)?.[index] ?? plus),
    );
  }
  const size = Math.abs(Number(value));
  const length = (amount: unknown): number | undefined => {
    if (type === 'sqrt') return Math.sqrt(size);
    if (typeof amount !== 'number') return undefined;
    return type === 'constant' ? amount : (size * amount) / 100;
  };
  return pair(length(rest.value), length(rest.valueminus ?? rest.value));
}
