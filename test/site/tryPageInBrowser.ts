import { existsSync } from 'node:fs';
import path from 'node:path';
import { addTryPage, TRY_PAGE, TRY_READER } from '../../scripts/notebook/site/try/tryPage';
import { pageInBrowser, whyNoPage, type PageInBrowser } from './pageInBrowser';

const ROOT = path.join(__dirname, '..', '..');

/** Why the page cannot be built here; undefined when it can. */
export function whyNoTryPage(): string | undefined {
  const file = path.join(TRY_READER, 'model.json');
  const noReader = `no ${path.relative(ROOT, file)}: \`npm run models -- reader-tuned\` makes it`;
  return whyNoPage() ?? (existsSync(file) ? undefined : noReader);
}

/** The page in a folder on disk and a browser to open it in. */
export interface TryPageInBrowser {
  /** Opens it as `PageInBrowser` does, and waits until it has read its first CAPTCHA. */
  open(options?: Parameters<PageInBrowser['open']>[1]): ReturnType<PageInBrowser['open']>;
  close(): Promise<void>;
}

/** Builds the page, with another reader than the shipped one if need be; or says why no browser could be started. */
export async function tryPageInBrowser({ reader }: { reader?: string } = {}): Promise<
  TryPageInBrowser | { reason: string }
> {
  const built = await pageInBrowser((files) => addTryPage(files, { run: 'a test', reader }));
  if ('reason' in built) return built;
  return {
    async open(options) {
      const opened = await built.open(TRY_PAGE, options);
      await opened.page.locator('#reading').waitFor();
      return opened;
    },
    close: () => built.close(),
  };
}
