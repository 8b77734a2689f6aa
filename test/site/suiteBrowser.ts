import path from 'node:path';
import { after, before, type TestContext } from 'node:test';
import type { Browser } from 'playwright-core';
import { openBrowser, type BrowserOutcome } from '../../scripts/notebook/openBrowser';

const CACHE = path.join(__dirname, '..', '..', '.cache');

/** A browser for the tests of the suite in which this is called, started before them and closed after them. What it returns gives
 *  the browser to a test; where none could be started it skips the test with the reason, and gives undefined. */
export function suiteBrowser(): (t: TestContext) => Browser | undefined {
  let found: BrowserOutcome = { reason: 'no browser was started' };
  before(async () => {
    found = await openBrowser({ cache: CACHE });
  });
  after(async () => {
    if ('browser' in found) await found.browser.close();
  });
  return (t) => {
    if ('browser' in found) return found.browser;
    t.skip(found.reason);
    return undefined;
  };
}
