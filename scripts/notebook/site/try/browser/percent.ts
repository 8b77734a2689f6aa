/** A probability as people read it: `99.4%`, and never 100% or 0% for what is only nearly so. */
export function percent(share: number): string {
  if (share > 0.9995) return '> 99.9%';
  if (share < 0.0005) return '< 0.1%';
  return `${(share * 100).toFixed(1)}%`;
}
