/** Fewest characters to be inserted, removed or replaced until one text is the other. Source: Levenshtein 1966. */
export function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = above[column - 1] + (one[row - 1] === other[column - 1] ? 0 : 1);
      now.push(Math.min(replaced, above[column] + 1, now[column - 1] + 1));
    }
    above = now;
  }
  return above[other.length];
}
