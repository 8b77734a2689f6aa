import type { Page } from 'playwright-core';

/** Makes the browser one that lacks what WebAssembly needs. */
export async function withoutWasm(page: Page): Promise<void> {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
}
