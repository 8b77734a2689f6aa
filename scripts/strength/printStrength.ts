import {
  describeLabelsFor,
  INSTEAD,
  strengthMeaning,
  strengthTable,
  type StrengthResult,
} from 'captcha-lab/strength';

/** Prints a result: as JSON, or as a table with what it means. */
export function printStrength(
  result: StrengthResult,
  { json, page, reader }: { readonly json: boolean; readonly page: string; readonly reader: string },
): void {
  if (json) {
    console.log(JSON.stringify(result, null, 2));
    return;
  }
  const { head, body } = strengthTable(result);
  const widths = head.map((cell, column) => Math.max(cell.length, ...body.map((row) => row[column].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd();
  console.log([head, ...body].map(line).join('\n'));
  console.log(`\nLabels it takes to read\n  ${describeLabelsFor(result.labelsFor).join('\n  ')}`);
  console.log(`\nWhat that means\n  ${strengthMeaning(result).join('\n  ')}`);
  console.log(`\nWhat to do instead\n  ${INSTEAD.join('\n  ')}`);
  console.log(
    `\nThe page with the figure: ${page}\nThe reader: npm run read -- PICTURES --model ${reader} --check`,
  );
}
