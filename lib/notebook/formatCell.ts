/** A value as a table shows it: whole numbers from 10,000 on with commas, other numbers with at most four decimals
 *  (exactly `digits` where given), null as a dash. */
export function formatCell(value: string | number | boolean | null | undefined, digits?: number): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) return String(value);
  const text = digits === undefined ? String(Number(value.toFixed(4))) : value.toFixed(digits);
  const [whole, fraction] = text.split('.') as [string, string?];
  const grouped = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return (fraction === undefined ? grouped : `${grouped}.${fraction}`).replace(/^-/, '−');
}
