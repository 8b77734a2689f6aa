import type { Page } from 'playwright-core';

/** The buttons of all figures that are drawn in a page, by title, and the addresses to which they would upload. */
export function buttonsOf(page: Page): Promise<{ titles: string[]; servers: string[] }> {
  return page.evaluate(() => {
    const plots = Array.from(document.querySelectorAll('.js-plotly-plot'));
    const titles = plots.flatMap((plot) =>
      Array.from(plot.querySelectorAll('.modebar-btn'), (button) => button.getAttribute('data-title') ?? ''),
    );
    const servers = plots.map(
      (plot) => (plot as unknown as { _context: { plotlyServerURL: string } })._context.plotlyServerURL,
    );
    return { titles: [...new Set(titles)].sort(), servers: [...new Set(servers)] };
  });
}
