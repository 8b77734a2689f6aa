import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { seriousFindings } from './seriousFindings';

/** Holds a page to axe and to the window's width, on a desk and on a telephone, in light and dark. */
export async function fitsEverybody(page: Page): Promise<void> {
  for (const width of [1100, 390]) {
    await page.setViewportSize({ width, height: 800 });
    // The page makes what now scrolls reachable by keyboard, a frame or more after the window's size changed.
    await page.waitForFunction(() =>
      Array.from(document.querySelectorAll('.scroll')).every(
        (box) => box.scrollWidth <= box.clientWidth || box.hasAttribute('tabindex'),
      ),
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await seriousFindings(page), [], `${width} pixels, ${colorScheme}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    }
  }
}
