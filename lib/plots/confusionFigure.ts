import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { categoryAxis, COLOURS, SEQUENTIAL, themedLayout } from './theme';

export interface ConfusionFigureOptions extends FigureOptions {
  /** Name of each class, in the matrix's order: a text of one character per class, or a list. */
  labels: string | readonly string[];
}

/** Confusion matrix as coloured cells: a row per true class, a column per predicted one, counts in the cells, colour
 *  by share of the row, and the row's recall at the right. Zeros stay blank; a class without examples shows a dash.
 *  Throws RangeError when the matrix is empty, not square, or does not match the labels. */
export function confusionFigure(
  confusion: readonly (readonly number[])[],
  { labels, title = 'Confusion matrix', height = 720, ...options }: ConfusionFigureOptions,
): Figure {
  const names = typeof labels === 'string' ? labels.split('') : [...labels];
  const size = confusion.length;
  if (size === 0 || confusion.some((row) => row.length !== size)) {
    throw new RangeError('confusionFigure: the confusion matrix must be square and not empty.');
  }
  if (names.length !== size) {
    throw new RangeError(`confusionFigure: labels must name ${size} classes, got ${names.length}.`);
  }
  const totals = confusion.map((row) => row.reduce((sum, count) => sum + count, 0));
  const recall = confusion.map((row, truth) => (totals[truth] === 0 ? null : row[truth] / totals[truth]));
  const right = confusion.reduce((sum, row, truth) => sum + row[truth], 0);
  const total = totals.reduce((sum, count) => sum + count, 0);
  const cells = { type: 'heatmap' as const, y: names, zmin: 0, zmax: 1, showscale: false, xgap: 1, ygap: 1 };
  return {
    name: 'confusion',
    description:
      `Confusion matrix of ${size} classes: ${right} of ${total} on the diagonal` +
      (total === 0 ? '.' : `, ${((100 * right) / total).toFixed(2)} %.`),
    data: [
      {
        ...cells,
        x: names,
        z: confusion.map((row, truth) => row.map((count) => count / Math.max(1, totals[truth]))),
        text: confusion.map((row) =>
          row.map((count) => (count === 0 ? '' : String(count))),
        ) as unknown as string[],
        texttemplate: '%{text}',
        textfont: { size: 11 },
        colorscale: SEQUENTIAL,
        hovertemplate: 'truth %{y}, read as %{x}: %{text}<extra></extra>',
      },
      {
        ...cells,
        x: ['recall'],
        xaxis: 'x2',
        z: recall.map((share) => [share]),
        text: recall.map((share) => [
          share === null ? '–' : `${(100 * share).toFixed(0)}%`,
        ]) as unknown as string[],
        texttemplate: '%{text}',
        textfont: { size: 11 },
        colorscale: SEQUENTIAL,
        hovertemplate: 'recall of %{y}: %{text}<extra></extra>',
      },
    ],
    layout: themedLayout(
      { title, height, ...options },
      {
        plot_bgcolor: COLOURS.grid,
        xaxis: categoryAxis('read as', { domain: [0, 0.9] }),
        xaxis2: categoryAxis('', { domain: [0.92, 1], anchor: 'y', tickangle: 0 }),
        yaxis: categoryAxis('true character', { autorange: 'reversed' }),
      },
    ),
  };
}
