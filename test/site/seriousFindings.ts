import type { Page } from 'playwright-core';

/** What axe found, by rule. */
interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** Options of `seriousFindings`. */
export interface SeriousFindingsOptions {
  /** Rules to hold the page to; all by default. */
  rules?: string[];
  /** 'none' leaves out what plotly draws; 'all' by default. */
  plots?: 'all' | 'none';
}

/** What axe finds in a page that shuts people out, one line for each rule. */
export async function seriousFindings(
  page: Page,
  { rules, plots = 'all' }: SeriousFindingsOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  }
  const violations = await page.evaluate(
    async ([context, options]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(context: unknown, options: object): Promise<{ violations: Violation[] }> };
      };
      return (await axe.run(context ?? document, options)).violations;
    },
    [
      plots === 'none' ? { exclude: [['.main-svg']] } : undefined,
      // Style sheets on disk cannot be fetched by a script, which is what axe calls preloading.
      { resultTypes: ['violations'], preload: false, ...(rules ? { runOnly: rules } : {}) },
    ] as const,
  );
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`);
}
