/** A page's HTML with everything that can be wider than a telephone in a box that scrolls by itself: code, printed
 *  output, tables and diagrams. Each box can be reached by keyboard and says what it is, with a number of its own. */
export function focusableRegions(html: string): string {
  const counts = new Map<string, number>();
  const region = (what: string): string => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return `tabindex="0" role="region" aria-label="${what} ${count}"`;
  };
  // Tables of Markdown have no attributes and no box yet; those of outputs stand in one.
  const boxed = html.replace(
    /(<div class="scroll">)?<table>[^]*?<\/table>/g,
    (table: string, box: string | undefined) => (box ? table : `<div class="scroll">${table}</div>`),
  );
  const drawn = boxed.replace(
    /<p>(<img [^>]*src="[^"]+\.svg"[^>]*>)<\/p>/g,
    (_, picture: string) => `<div class="scroll">${picture}</div>`,
  );
  return drawn.replace(
    /<pre(?: class="(stdout|stderr)")?>|<div class="scroll">(?:(?=<(table|img))|)/g,
    (tag: string, output: string | undefined, held: 'table' | 'img' | undefined) => {
      const inBox = held === 'table' ? 'Table' : held === 'img' ? 'Diagram' : 'Output';
      const what = tag.startsWith('<div') ? inBox : output ? 'Output' : 'Code';
      return tag.replace('>', ` ${region(what)}>`);
    },
  );
}
