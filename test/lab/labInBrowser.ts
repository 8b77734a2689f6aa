import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/notebook/openBrowser';

const ROOT = path.resolve(__dirname, '../..');

/** `npm run lab` on a folder of notebooks, and a browser to look at it with. */
export interface LabInBrowser {
  /** The address with its token, as the person at the keyboard would be sent to. */
  readonly address: string;
  /** Hosts other than the server's that the pages asked for. */
  readonly strangers: readonly string[];
  /** Opens a notebook in a page of its own; resolves when its kernel has answered. */
  open(notebook: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts JupyterLab as `npm run lab` does, on `folder`, which must lie in the project for its kernel to find the library. */
export async function labInBrowser(folder: string, ...options: readonly string[]): Promise<LabInBrowser> {
  const args = ['--import', 'tsx', 'scripts/lab.ts', '--no-browser', `--ServerApp.root_dir=${folder}`];
  args.push('--LabApp.expose_app_in_browser=True', '--ServerApp.port_retries=50', ...options);
  const lab = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await addressOf(lab);
  const outcome = await openBrowser({ cache: path.join(ROOT, '.cache') });
  if ('reason' in outcome) throw new Error(outcome.reason);
  const { browser } = outcome;
  const strangers: string[] = [];
  return {
    address,
    strangers,
    open: (notebook) => openNotebook(browser, address, notebook, strangers),
    close: async () => {
      await browser.close();
      const ended = once(lab, 'exit');
      lab.kill('SIGTERM');
      await ended;
    },
  };
}

async function addressOf(lab: ChildProcess): Promise<string> {
  let output = '';
  for (const stream of [lab.stdout!, lab.stderr!]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  for (let tries = 0; tries < 600 && lab.exitCode === null; tries++) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/lab\?token=\w+/.exec(output)?.[0];
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  lab.kill('SIGTERM');
  throw new Error(`JupyterLab gave no address:\n${output}`);
}

async function openNotebook(
  browser: Browser,
  address: string,
  notebook: string,
  strangers: string[],
): Promise<Page> {
  const page = await browser.newPage();
  const { host } = new URL(address);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== host) strangers.push(url.host);
  });
  await page.goto(address.replace('/lab?', `/doc/tree/${encodeURIComponent(notebook)}?`));
  await page.locator('.jp-Notebook .jp-Cell').first().waitFor({ timeout: 120_000 });
  await page
    .getByText(/TypeScript \| Idle/)
    .first()
    .waitFor({ timeout: 120_000 });
  return page;
}
