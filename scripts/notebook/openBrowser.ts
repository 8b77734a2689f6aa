import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium as playwright } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { makeWorkFolder } from 'captcha-lab/files';

/** A browser to draw figures with, or why there is none. */
export type BrowserOutcome = { browser: Browser; name: string } | { reason: string };

// Playwright adds its own. The package's own list is for cloud functions: with its `--single-process` the browser
// dies with the first page that is closed. No sandbox: root and most containers cannot have one, and nothing but our
// own figures and pages is ever loaded.
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];

/** A headless browser: the Chromium that travels as an npm package where it runs (Linux, x64), else an installed
 *  Chrome or Edge. The package is unpacked once into `cache`; the caller closes the browser. */
export async function openBrowser({ cache }: { cache: string }): Promise<BrowserOutcome> {
  const reasons: string[] = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      const { default: bundled } = await import('@sparticuz/chromium');
      const folder = await unpackChromium(cache, bundled);
      const browser = await playwright.launch({
        executablePath: path.join(folder, 'chromium'),
        args: ARGUMENTS,
        env: { ...process.env, FONTCONFIG_FILE: await writeFontSettings(folder) },
        headless: true,
      });
      return { browser, name: `Chromium ${browser.version()}` };
    } catch (error) {
      reasons.push(`bundled Chromium: ${firstLine(error)}`);
    }
  }
  for (const channel of ['chrome', 'msedge', 'chromium']) {
    try {
      const browser = await playwright.launch({ channel, headless: true });
      return { browser, name: `${channel} ${browser.version()}` };
    } catch (error) {
      reasons.push(`${channel}: ${firstLine(error)}`);
    }
  }
  return { reason: `no browser could be started (${reasons.join('; ')})` };
}

/** The package unpacks into the system's temporary folder, where a half-written or foreign file would be run as it
 *  is. Here it goes into a folder of our own, which takes its name only when complete. */
async function unpackChromium(
  cache: string,
  bundled: { executablePath(): Promise<string> },
): Promise<string> {
  const manifest = path.join(
    path.dirname(require.resolve('@sparticuz/chromium')),
    '..',
    '..',
    'package.json',
  );
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const folder = path.join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const unfinished = await makeWorkFolder(path.join(cache, 'work'), 'work-');
    const before = process.env.TMPDIR;
    try {
      process.env.TMPDIR = unfinished;
      await bundled.executablePath();
      await rename(unfinished, folder).catch((error: unknown) => {
        // Another process finished first; its copy is as good.
        if (!existsSync(folder)) throw error;
      });
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
      await rm(unfinished, { recursive: true, force: true });
    }
  }
  return folder;
}

/** Text is drawn with the faces that travel with the kit, so figures look the same on every machine, and also on
 *  those without any font. */
async function writeFontSettings(folder: string): Promise<string> {
  const folders = [
    path.join(folder, 'fonts', 'fonts'),
    path.dirname(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  ];
  const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const settings = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...folders.map((name) => `  <dir>${escaped(name)}</dir>`),
    `  <cachedir>${escaped(path.join(folder, 'fonts-cache'))}</cachedir>`,
    '</fontconfig>',
  ].join('\n');
  const file = path.join(folder, 'fonts.conf');
  await writeFile(file, `${settings}\n`);
  return file;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0];
}
