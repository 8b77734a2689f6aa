import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileSize } from './stamp.mjs';

// A loader of modules in the page would hide plotly.js inside it: it must see none.
const BEFORE = '(function (define, module, exports) {';
const AFTER = '\n}).call(window);\n';

/** Step: plotly.js where every JupyterLab of .venv serves it from, so that a figure's cell run alone in a fresh page draws although
 *  the notebook carries no copy. lib/notebook/figureHtml.ts asks for it. */
export const figuresStep = {
  name: 'figures',
  title: 'figures in JupyterLab',
  after: ['jupyter', 'library'],
  undoneBy: ['venv'],
  room: ({ paths }) => [{ folder: paths.root, bytes: 5e6 }],

  missing({ paths }) {
    const size = fileSize(paths.plotly);
    const same = size !== undefined && fileSize(paths.servedPlotly) === size + BEFORE.length + AFTER.length;
    return same ? undefined : 'no plotly.js for JupyterLab to serve';
  },

  run({ paths }) {
    const part = `${paths.servedPlotly}.${process.pid}.part`;
    mkdirSync(path.dirname(part), { recursive: true });
    try {
      writeFileSync(part, `${BEFORE}${readFileSync(paths.plotly, 'utf8')}${AFTER}`);
      renameSync(part, paths.servedPlotly);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
    return `${Math.round(fileSize(paths.servedPlotly) / 1e5) / 10} MB`;
  },
};
