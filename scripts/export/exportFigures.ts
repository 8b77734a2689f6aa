import { existsSync } from 'node:fs';
import { openBrowser } from '../notebook/openBrowser';
import { PLOTLY } from '../notebook/site/siteAssets';
import { createFigureDrawer, needsBrowser } from './drawExports';
import type { Exportable } from './exportables';
import { openExportFolder } from './exportFolder';
import { endingsOf, type Format } from './formats';

/** An item with the formats it is written in. */
export interface ExportJob {
  readonly item: Exportable;
  readonly formats: readonly Format[];
}

export interface ExportOptions {
  folder: string;
  /** The project's folder for output; see `openExportFolder`. */
  out: string;
  /** Where the browser is kept unpacked. */
  cache: string;
  /** Size of every figure in pixels; each its own by default. */
  width?: number | undefined;
  height?: number | undefined;
  /** Starts the browser, when one is needed. */
  open?: typeof openBrowser;
  onProgress?: (done: number, total: number) => void;
}

/** What was written of one item. */
export interface Exported {
  readonly name: string;
  readonly kind: Exportable['kind'];
  readonly notebook: string;
  readonly files: readonly string[];
}

/** Writes items into a folder, each file whole or not at all.
 *  Throws Error when a browser is needed and none runs, and as `openExportFolder` and `FigureDrawer` do. */
export async function exportFigures(
  jobs: readonly ExportJob[],
  { folder, out, cache, width, height, open = openBrowser, onProgress }: ExportOptions,
): Promise<Exported[]> {
  const names = jobs.flatMap(({ item, formats }) =>
    formats.flatMap((format) => endingsOf(format).map((ending) => `${item.name}${ending}`)),
  );
  const found = jobs.some(({ item, formats }) => needsBrowser(item, formats))
    ? await open({ cache })
    : undefined;
  if (found && 'reason' in found) {
    throw new Error(
      `${found.reason}; install Chrome, Edge or Chromium, or export what needs none: --format json,csv.`,
    );
  }
  try {
    const target = await openExportFolder(folder, { names, out });
    const plotly = existsSync(PLOTLY) ? PLOTLY : require.resolve('plotly.js-dist/plotly.js');
    const drawer = await createFigureDrawer({ browser: found?.browser, plotly, width, height });
    const written: Exported[] = [];
    for (const { item, formats } of jobs) {
      const { name, kind, notebook } = item;
      const files = await drawer.files(item, formats);
      for (const [ending, content] of files) await target.write(`${name}${ending}`, content);
      written.push({ name, kind, notebook, files: [...files.keys()].map((ending) => `${name}${ending}`) });
      onProgress?.(written.length, jobs.length);
    }
    return written;
  } finally {
    await found?.browser.close();
  }
}
