import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { accuracyBars, confusionFigure, trainingCurves } from 'captcha-lab/plots';
import { showFigure, showImages } from 'captcha-lab/notebook';
import { fromRows } from 'captcha-lab/image';
import { fromText } from '../../scripts/notebook/fromText';
import { formatNotebook, type Notebook, type Output } from '../../scripts/notebook/notebookFile';
import { stillNotebook } from '../../scripts/notebook/stillNotebook';
import { recordingDisplay } from '../notebook/recordingDisplay';

const TEXT = `# %% [markdown]
# 99 · A notebook of the tests

**Question.** Do figures of a committed notebook come alive?

| a | b |
|---|---|
| ${'wide '.repeat(40)} | 1 |

# %% [markdown]
## Figures

# %%
show(${"'long', ".repeat(30)});
`;

/** Small figures: curves with a legend, bars, a confusion matrix. */
export const FIGURES = [
  trainingCurves({
    accuracy: [0.2, 0.5, 0.7],
    loss: [2, 1, 0.5],
    validationAccuracy: [0.1, 0.4, 0.6],
    validationLoss: [2.2, 1.3, 0.9],
  }),
  confusionFigure(
    [
      [3, 1],
      [0, 4],
    ],
    { labels: ['a', 'b'] },
  ),
  accuracyBars([{ label: 'a bar', value: 0.5 }]),
];

/** A notebook as a run leaves it, with `FIGURES` and a picture. */
export function executedNotebook(): Notebook {
  const display = recordingDisplay();
  for (const figure of FIGURES) showFigure(figure, { display });
  showImages([fromRows([[0, 255]])], { description: 'Two pixels.', scale: 150, display });
  const notebook = fromText(TEXT);
  const outputs = display.shown.map(({ mime, content }): Output => ({
    output_type: 'display_data',
    data: { [mime]: content },
  }));
  outputs.push({ output_type: 'stream', name: 'stdout', text: `${'printed '.repeat(40)}\n` });
  notebook.cells[2].outputs = outputs;
  return notebook;
}

/** The project's notebooks and one of our own, as committed, in `folder`. */
export async function notebooksWithFigures(project: string, folder: string): Promise<void> {
  await cp(path.join(project, 'notebooks'), folder, { recursive: true });
  await writeFile(
    path.join(folder, '99-test.ipynb'),
    formatNotebook(stillNotebook(executedNotebook(), undefined)),
  );
}
