import type { Page } from 'playwright-core';

/** Texts of the figures drawn in a page that are cut by the figure's edge, and headings and titles of axes that lie over one another; one
 *  line for each. */
export function misplacedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const plot of Array.from(document.querySelectorAll('.js-plotly-plot'))) {
      const frame = plot.getBoundingClientRect();
      const name =
        plot.closest('.figure')?.querySelector('figcaption')?.textContent.split(':')[0] ?? 'figure';
      const titles = Array.from(
        plot.querySelectorAll('.gtitle, .gtitle-subtitle, .g-xtitle text, .g-ytitle text, .annotation-text'),
        (element) => ({ text: element.textContent, box: element.getBoundingClientRect() }),
      ).filter(({ text, box }) => text !== '' && box.width > 0);
      for (const { text, box } of titles) {
        const beyond = Math.max(
          frame.left - box.left,
          box.right - frame.right,
          frame.top - box.top,
          box.bottom - frame.bottom,
        );
        if (beyond > 1) found.push(`${name}: "${text}" is cut by ${Math.round(beyond)} pixels`);
      }
      titles.forEach((one, index) => {
        for (const other of titles.slice(index + 1)) {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          // Boxes of lines are higher than their letters.
          if (across > 2 && down > 5) found.push(`${name}: "${one.text}" lies over "${other.text}"`);
        }
      });
    }
    return found;
  });
}
