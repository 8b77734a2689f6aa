/** Rows of comma-separated values (RFC 4180): fields in double quotes may hold commas, line breaks and doubled quotes. A byte-order
 *  mark and empty lines are skipped. Each row comes with the line it begins on, counted from 1.
 *  Throws SyntaxError, naming the line, when a quote is never closed or something follows a closed one. @internal */
export function parseCsv(text: string): { readonly line: number; readonly fields: readonly string[] }[] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  const rows: { line: number; fields: string[] }[] = [];
  let line = 1;
  let row: { line: number; fields: string[] } = { line, fields: [] };
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (field.lastIndex < text.length || row.fields.length > 0) {
    const found = field.exec(text);
    if (found === null)
      throw new SyntaxError(`line ${line}: a quote is not closed, or stands within a field`);
    const [whole, quoted, plain, end] = found as unknown as [
      string,
      string | undefined,
      string | undefined,
      string,
    ];
    row.fields.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    line += whole.split(/\r\n|\n|\r/).length - 1;
    if (end === ',') continue;
    if (row.fields.length > 1 || row.fields[0] !== '' || quoted !== undefined) rows.push(row);
    row = { line, fields: [] };
  }
  return rows;
}
