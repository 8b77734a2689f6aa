import type { DisplaySink } from './display';
import { currentDisplay } from './display';
import { escapeHtml } from './escapeHtml';
import { formatCell } from './formatCell';

/** A row: what each column shows. */
export type TableRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A column: the rows' key, and how it is shown. */
export interface TableColumn {
  readonly key: string;
  /** Heading; the key by default. */
  readonly label?: string;
  /** 'right' by default where the column holds numbers only. */
  readonly align?: 'left' | 'right' | 'center';
  /** Decimals of its numbers; as many as needed, at most four, by default. */
  readonly digits?: number;
}

export interface ShowTableOptions {
  /** Columns in order, as keys or in full; all keys of the first row by default. */
  columns?: readonly (string | TableColumn)[];
  /** Line above the table. */
  caption?: string;
  display?: DisplaySink;
}

interface Column {
  readonly label: string;
  readonly align: 'left' | 'right' | 'center';
  readonly cells: readonly string[];
}

/** Shows rows as a table. It is plain HTML without style sheets, which code hosts show as well.
 *  Throws RangeError when there is no row or a column occurs in none. */
export function showTable(rows: readonly TableRow[], options: ShowTableOptions = {}): void {
  const { caption = '', display = currentDisplay() } = options;
  if (rows.length === 0) throw new RangeError('showTable: rows is empty; give at least one row.');
  const columns = (options.columns ?? Object.keys(rows[0])).map((column) =>
    layColumn(typeof column === 'string' ? { key: column } : column, rows),
  );
  display.show({
    mime: 'text/html',
    content: tableHtml(columns, caption),
    text: tableText(columns, caption),
    last: true,
  });
}

function layColumn({ key, label = key, align, digits }: TableColumn, rows: readonly TableRow[]): Column {
  if (!rows.some((row) => key in row)) {
    throw new RangeError(
      `showTable: no row has the column ${JSON.stringify(key)}; name one of the rows' keys.`,
    );
  }
  const numbers = rows.every((row) => typeof (row[key] ?? 0) === 'number');
  const cells = rows.map((row) => formatCell(row[key], digits));
  return { label, align: align ?? (numbers ? 'right' : 'left'), cells };
}

function tableHtml(columns: readonly Column[], caption: string): string {
  const line = (tag: 'th' | 'td', texts: readonly string[]): string =>
    `<tr>${texts
      .map((text, index) => {
        const { align } = columns[index];
        return `<${tag} align="${align}" style="text-align:${align}">${escapeHtml(text)}</${tag}>`;
      })
      .join('')}</tr>`;
  const body = columns[0].cells.map((_, row) =>
    line(
      'td',
      columns.map((column) => column.cells[row]),
    ),
  );
  return [
    '<table class="captcha-lab-table">',
    caption === '' ? '' : `<caption align="top" style="text-align:left">${escapeHtml(caption)}</caption>`,
    `<thead>${line(
      'th',
      columns.map((column) => column.label),
    )}</thead>`,
    `<tbody>${body.join('')}</tbody></table>`,
  ].join('');
}

function tableText(columns: readonly Column[], caption: string): string {
  const padded = columns.map(({ label, align, cells }) => {
    const all = [label, ...cells];
    const width = Math.max(...all.map((text) => text.length));
    return all.map((text) => (align === 'right' ? text.padStart(width) : text.padEnd(width)));
  });
  const lines = padded[0].map((_, row) =>
    padded
      .map((column) => column[row])
      .join('  ')
      .trimEnd(),
  );
  return [...(caption === '' ? [] : [caption]), ...lines].join('\n');
}
