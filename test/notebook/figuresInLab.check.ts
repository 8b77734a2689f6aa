import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { jupyterEnvironment, jupyterPython } from '../../scripts/jupyter';
import { fromText } from '../../scripts/notebook/fromText';
import { formatNotebook } from '../../scripts/notebook/notebookFile';
import { openBrowser } from '../../scripts/notebook/openBrowser';

const ROOT = path.join(__dirname, '..', '..');
const SERVED = path.join(ROOT, '.venv/share/jupyter/labextensions/captcha-lab/static/plotly.min.js');
const TEXT = `# %% [markdown]
# Figures in JupyterLab

# %%
import { loadPlotly, showFigure } from 'captcha-lab/notebook';
import { confusionFigure } from 'captcha-lab/plots';
loadPlotly();

# %%
showFigure(confusionFigure([[3, 1], [0, 4]], { labels: ['a', 'b'] }));
`;

/** The figure's cell on its own: it has to import what it draws with. */
const ALONE = TEXT.replace(/loadPlotly\(\);\n\n# %%\n/, '').replace('loadPlotly, ', '');

describe('figures in a real JupyterLab', () => {
  let folder = '';
  let server: ChildProcess | undefined;
  let browser: Browser | undefined;
  let address = '';
  before(async () => {
    assert.ok(existsSync(SERVED), 'no plotly.js for JupyterLab to serve: `npm run setup` makes it');
    await mkdir(path.join(ROOT, '.cache', 'work'), { recursive: true });
    folder = await mkdtemp(path.join(ROOT, '.cache', 'work', 'lab-'));
    await writeFile(path.join(folder, 'two.ipynb'), formatNotebook(fromText(TEXT)));
    await writeFile(path.join(folder, 'alone.ipynb'), formatNotebook(fromText(ALONE)));
    const [port, token] = [await freePort(), randomBytes(16).toString('hex')];
    const args = ['-I', '-m', 'jupyterlab', '-y', '--no-browser', '--allow-root', `--port=${port}`];
    args.push(`--ServerApp.root_dir=${folder}`, `--IdentityProvider.token=${token}`, '--LabApp.news_url=');
    server = spawn(jupyterPython(ROOT), args, {
      cwd: folder,
      env: jupyterEnvironment(ROOT),
      stdio: 'ignore',
    });
    const found = await openBrowser({ cache: path.join(ROOT, '.cache') });
    if ('reason' in found) throw new Error(found.reason);
    browser = found.browser;
    address = `http://127.0.0.1:${port}/lab/tree/NAME?token=${token}&reset`;
    for (let tries = 0; ; tries++) {
      const answers = await fetch(`http://127.0.0.1:${port}/api?token=${token}`).then(
        (r) => r.ok,
        () => false,
      );
      if (answers) break;
      if (tries > 240) throw new Error('JupyterLab did not start within two minutes');
      await pause(500);
    }
  });
  after(async () => {
    await browser?.close();
    if (server && server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  });

  it('are drawn after: run all; reload; clear outputs and run one cell; restart and run one cell', async () => {
    const page = await openNotebook(browser!, address, 'two.ipynb');
    await menu(page, 'Run', 'Run All Cells');
    await drawn(page, 'run all');
    await page.keyboard.press('Control+s');
    await pause(2000);
    await reload(page);
    await drawn(page, 'reload');
    await menu(page, 'Edit', 'Clear Outputs of All Cells');
    await page.keyboard.press('Control+s');
    await pause(2000);
    await reload(page);
    assert.equal(await page.locator('.js-plotly-plot').count(), 0, 'outputs were not cleared');
    await runCell(page, 2);
    await drawn(page, 'clear outputs, reload, run one cell');
    await page.close();
  });

  it('are drawn by a cell that runs alone after a restart of the kernel, in a fresh page', async () => {
    const page = await openNotebook(browser!, address, 'alone.ipynb');
    await runCell(page, 1);
    await drawn(page, 'run one cell');
    await menu(page, 'Edit', 'Clear Outputs of All Cells');
    await menu(page, 'Kernel', 'Restart Kernel…');
    await page.locator('.jp-Dialog .jp-mod-accept').click();
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    await runCell(page, 1);
    await drawn(page, 'restart, run one cell');
    assert.equal(await page.locator('[data-title*="Share"]').count(), 0);
    await page.close();
  });
});

async function openNotebook(browser: Browser, address: string, name: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.goto(address.replace('NAME', name));
  await ready(page);
  return page;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await ready(page);
}

/** Waits until the notebook is there and its kernel idle. */
async function ready(page: Page): Promise<void> {
  await page.locator('.jp-Notebook .jp-CodeCell').first().waitFor({ timeout: 120_000 });
  // The notebook's own sign says so before the kernel was ever reached.
  await page
    .locator('.jp-StatusBar-TextItem', { hasText: 'TypeScript | Idle' })
    .waitFor({ timeout: 120_000 });
  await pause(2000);
}

async function menu(page: Page, name: string, item: string): Promise<void> {
  await page.locator('.lm-MenuBar-itemLabel', { hasText: new RegExp(`^${name}$`) }).click();
  await page.locator('.lm-Menu-itemLabel', { hasText: new RegExp(`^${item}$`) }).click();
}

async function runCell(page: Page, number: number): Promise<void> {
  await page
    .locator('.jp-CodeCell')
    .nth(number - 1)
    .locator('.jp-InputArea-prompt')
    .click();
  await page.keyboard.press('Shift+Enter');
}

async function drawn(page: Page, after: string): Promise<void> {
  const plot = page.locator('.jp-OutputArea .js-plotly-plot .main-svg').first();
  await plot.waitFor({ timeout: 90_000 }).catch(async () => {
    const picture = path.join(ROOT, '.cache', 'figures-in-lab-failed.png');
    await page.screenshot({ path: picture });
    throw new Error(`no figure after: ${after}; ${path.relative(ROOT, picture)} shows the page`);
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
