/** A page's HTML with everything that can be wider than a telephone in a box that scrolls by itself: code, printed
 *  output and tables. Each box can be reached by keyboard and says what it is, with a number of its own. */
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
  return boxed.replace(
    /<pre(?: class="(stdout|stderr)")?>|<div class="scroll">(?=(<table)?)/g,
    (tag: string, output: string | undefined, table: string | undefined) => {
      const what = tag.startsWith('<div') ? (table ? 'Table' : 'Output') : output ? 'Output' : 'Code';
      return tag.replace('>', ` ${region(what)}>`);
    },
  );
}
