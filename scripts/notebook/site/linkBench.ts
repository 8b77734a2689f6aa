import { CLEAN_PAGE } from './clean/cleanPage';
import { NETWORK_PAGE } from './network/networkPage';
import type { SiteFiles } from './notebookPage';
import { TRY_PAGE } from './try/tryPage';

/** The pages on which something can be tried: title, and what is done there. */
const BENCH: Readonly<Record<string, readonly [title: string, what: string]>> = {
  [TRY_PAGE]: ['See a CAPTCHA being read', 'defend it, and read against the machine'],
  [CLEAN_PAGE]: ['Clean a CAPTCHA', 'turn the knobs of the preprocessing'],
  [NETWORK_PAGE]: ['Look into a network', 'its maps, its classes, and what a filter waits for'],
};

/** Gives each page of the bench that the site has links to the others, at its end. */
export function linkBench(files: SiteFiles): void {
  const pages = Object.keys(BENCH).filter((page) => files.has(page));
  for (const page of pages) {
    const items = pages
      .filter((other) => other !== page)
      .map((other) => `<li><a href="${other}">${BENCH[other][0]}</a>: ${BENCH[other][1]}</li>`);
    if (items.length === 0) continue;
    const links = `<nav aria-labelledby="bench-heading"><h2 id="bench-heading">More to try</h2><ul>${items.join('')}</ul></nav>`;
    files.set(
      page,
      String(files.get(page)).replace('</main>', () => `${links}</main>`),
    );
  }
}
