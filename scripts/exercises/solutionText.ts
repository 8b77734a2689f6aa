const BEGIN = 'BEGIN SOLUTION';
const END = 'END SOLUTION';

/** What stands in a stub for what is to be written; nbgrader is told the same. */
export const STUB = 'todo();';

/** A solution without its markers, as somebody would have written it. */
export function solved(source: string): string {
  return source
    .split('\n')
    .filter((line) => !line.includes(BEGIN) && !line.includes(END))
    .join('\n');
}

/** The stub: each solution becomes `todo();`, indented as the line of its marker, as nbgrader's ClearSolutions does it. */
export function cleared(source: string): string {
  let inside = false;
  return source
    .split('\n')
    .flatMap((line) => {
      if (line.includes(BEGIN)) {
        inside = true;
        return [`${/^\s*/.exec(line)?.[0] ?? ''}${STUB}`];
      }
      if (line.includes(END)) {
        inside = false;
        return [];
      }
      return inside ? [] : [line];
    })
    .join('\n');
}
