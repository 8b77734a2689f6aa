import assert from 'node:assert/strict';
import { it } from 'node:test';
import { generateCaptcha } from 'captcha-lab/generator';
import { loadReader } from 'captcha-lab/reader';
import { TRY_READER } from '../../scripts/notebook/site/try/tryPage';
import { sameAsInNode } from './sameAsInNode';
import { tryPageInBrowser, whyNoTryPage } from './tryPageInBrowser';
import { withoutWasm } from './withoutWasm';

/** Holds the page to Node on `count` pictures; without WebAssembly if asked so. Returns why it could not. */
async function compare(count: number, { wasm }: { wasm: boolean }): Promise<string | undefined> {
  const built = await tryPageInBrowser();
  if ('reason' in built) return built.reason;
  const reader = await loadReader(TRY_READER);
  try {
    const { page, faults } = await built.open({ prepare: wasm ? undefined : withoutWasm });
    const drawings = Array.from({ length: count }, (_, index) => {
      const seed = 1000 + index;
      return { seed, text: generateCaptcha({ seed }).text };
    });
    await sameAsInNode(page, reader, drawings);
    assert.match((await page.locator('#message').textContent())!, wasm ? /WebAssembly/ : /plain JavaScript/);
    assert.deepEqual(faults, []);
    return undefined;
  } finally {
    reader.dispose();
    await built.close();
  }
}

for (const [count, name, wasm] of [
  [100, 'WebAssembly', true],
  [20, 'plain JavaScript', false],
] as const) {
  it(
    `the page draws and reads ${count} CAPTCHAs by ${name} as Node does`,
    { skip: whyNoTryPage() },
    async (t) => {
      const reason = await compare(count, { wasm });
      if (reason !== undefined) t.skip(reason);
    },
  );
}
