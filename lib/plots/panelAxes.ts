import type { Annotations, Layout } from 'plotly.js';
import { axis, shareAxis } from './theme';

/** Height of a row of panels in pixels. */
export const ROW_HEIGHT = 230;

const TICKS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Axes of panels in a grid, all with the same ranges: `xaxis`, `yaxis`, `xaxis2`, …; row after row from the top.
 *  @internal */
export function panelAxes(
  count: number,
  grid: { columns: number; rows: number; longest: number; scale: 'log' | 'linear' },
): Partial<Layout> {
  const { columns, rows, longest, scale } = grid;
  const gaps = { x: 0.07, y: Math.min(0.4 / rows, 80 / (rows * ROW_HEIGHT)) };
  const size = { x: (1 - gaps.x * (columns - 1)) / columns, y: (1 - gaps.y * (rows - 1)) / rows };
  const range = scale === 'log' ? [Math.log10(0.9), Math.log10(longest * 1.1)] : [0.5, longest + 0.5];
  // Few epochs would get ticks at halves.
  const linear = longest <= 12 ? { dtick: 1 } : {};
  const ticks = scale === 'log' ? { tickvals: TICKS, ticktext: TICKS.map(String) } : linear;
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const [column, row] = [index % columns, Math.floor(index / columns)];
      const suffix = index === 0 ? '' : String(index + 1);
      const left = column * (size.x + gaps.x);
      const top = 1 - row * (size.y + gaps.y);
      const last = index + columns >= count;
      return [
        [
          `xaxis${suffix}`,
          axis(last ? `epoch${scale === 'log' ? ' (logarithmic)' : ''}` : '', {
            type: scale,
            range,
            ...ticks,
            domain: [left, left + size.x],
            anchor: `y${suffix}` as 'y',
          }),
        ],
        [
          `yaxis${suffix}`,
          shareAxis(column === 0 ? 'accuracy (%)' : '', {
            domain: [Math.max(0, top - size.y), top],
            anchor: `x${suffix}` as 'x',
          }),
        ],
      ] as [string, unknown][];
    }).flat(),
  );
}

/** Title and caption above the plot of panel `index`. @internal */
export function panelHeading(
  { title, caption }: { readonly title: string; readonly caption: string },
  index: number,
): Partial<Annotations> {
  const suffix = index === 0 ? '' : String(index + 1);
  return {
    xref: `x${suffix} domain` as 'paper',
    yref: `y${suffix} domain` as 'paper',
    x: 0,
    y: 1,
    xanchor: 'left',
    yanchor: 'bottom',
    align: 'left',
    showarrow: false,
    text: `<b>${title}</b><br>${caption}`,
    font: { size: 12 },
  };
}
