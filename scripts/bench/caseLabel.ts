/** What a case is called beside others: a row's only case by the row. */
export function caseLabel(row: string, name: string): string {
  return name === 'all' ? row : `${row} ${name}`;
}
