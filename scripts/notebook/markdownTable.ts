/** Rows as a table of Markdown; the first row is the heading. */
export function markdownTable([heading, ...rows]: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
