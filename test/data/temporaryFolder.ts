import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** A new empty folder, removed when the test ends. */
export function temporaryFolder(test: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'captcha-lab-data-'));
  test.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
