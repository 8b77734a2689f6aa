import type { BenchFile } from './benchFile';

type Rows = BenchFile['rows'];

/** What was measured before, with the cases measured now in the place of earlier ones. order: of rows and their cases; what it does not
 *  name any more is left out. */
export function mergeRows(
  before: Rows,
  now: Rows,
  order: readonly { readonly name: string; readonly cases: readonly { readonly name: string }[] }[],
): Rows {
  const find = (rows: Rows, row: string, one: string) =>
    rows.find(({ name }) => name === row)?.cases.find(({ name }) => name === one);
  return order.flatMap(({ name, cases }) => {
    const found = cases.flatMap((each) => find(now, name, each.name) ?? find(before, name, each.name) ?? []);
    const [first, ...others] = found;
    return found.length === 0 ? [] : [{ name, cases: [first, ...others] }];
  });
}
