/** What a program that failed said of it: the error's line, which Node prints before the stack and Python after it; else the last. */
export function lastWords(errors: string): string {
  const lines = errors
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return (
    lines.findLast((line) => /^[\w.]*(Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
  );
}
