import type { Page } from 'playwright-core';

/** Texts of the SVG in a page that lie over one another, over a picture or an arrow's head, across the edge of a box, or
 *  outside of the sheet's margins; one line for each. Texts count as a tenth longer than they are, for other machines have
 *  other letters. */
export function misplacedMarks(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const svg = document.querySelector('svg')!;
    const sheet = svg.getBoundingClientRect();
    const texts = Array.from(svg.querySelectorAll('text'), (element) => {
      const box = element.getBoundingClientRect();
      const more = box.width * 0.1;
      const anchor = element.getAttribute('text-anchor') ?? 'start';
      const left = box.left - (anchor === 'start' ? 0 : anchor === 'end' ? more : more / 2);
      // A box of text has room above and below its letters.
      const room = box.height * 0.22;
      return {
        words: element.textContent,
        ...{ left, right: left + box.width + more, top: box.top + room, bottom: box.bottom - room },
      };
    });
    const marks = Array.from(svg.querySelectorAll('g, path[class^="t-"], circle'), (element) => ({
      words: element.tagName,
      box: element.getBoundingClientRect(),
    }));
    const edges = Array.from(svg.querySelectorAll('rect'), (element) => element.getBoundingClientRect());
    texts.forEach(({ words, left, right, top, bottom }, index) => {
      if (left < sheet.left + 8 || right > sheet.right - 8 || bottom > sheet.bottom - 4 || top < sheet.top) {
        found.push(`"${words}" leaves the sheet`);
      }
      const others = texts.slice(index + 1).map((other) => ({ words: other.words, box: other }));
      for (const { words: other, box } of [...others, ...marks]) {
        const across = Math.min(right, box.right) - Math.max(left, box.left);
        const down = Math.min(bottom, box.bottom) - Math.max(top, box.top);
        if (across > 0 && down > 0) found.push(`"${words}" lies over "${other}"`);
      }
      for (const box of edges) {
        const isLevel = top < box.bottom && bottom > box.top;
        // Functions with names of their own do not reach the page.
        const crosses = [box.left, box.right].some((x) => left < x && right > x);
        if (isLevel && crosses) found.push(`"${words}" crosses a box`);
      }
    });
    return found;
  });
}
