import type { BenchPage } from './benchPages';
import type { SiteFiles } from './notebookPage';

/** Gives each of the pages, which the site has, links to the others, at its end. */
export function linkBench(files: SiteFiles, pages: readonly BenchPage[]): void {
  for (const { page } of pages) {
    const items = pages
      .filter((other) => other.page !== page)
      .map((other) => `<li><a href="${other.page}">${other.title}</a>: ${other.what}</li>`);
    if (items.length === 0) continue;
    const links = `<nav aria-labelledby="bench-heading"><h2 id="bench-heading">More to try</h2><ul>${items.join('')}</ul></nav>`;
    files.set(
      page,
      String(files.get(page)).replace('</main>', () => `${links}</main>`),
    );
  }
}
