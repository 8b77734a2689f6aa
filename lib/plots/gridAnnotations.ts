import type { Annotations } from 'plotly.js';
import type { ImageGridFigureOptions } from './imageGridOptions';
import { SPACE, type ImageGrid } from './layGrid';
import { SMALL_TEXT } from './wrapText';

/** Captions under tiles, labels beside rows and the palette under all of them. @internal */
export function gridAnnotations(
  grid: ImageGrid,
  { rowLabels = [] }: ImageGridFigureOptions,
): Partial<Annotations>[] {
  const half = grid.cell.height / 2;
  const style = { showarrow: false, font: { size: SMALL_TEXT } } as const;
  const captions = grid.captions.flatMap((text, index) => {
    const { x, y } = grid.centre(index);
    return text === ''
      ? []
      : [{ ...style, text, x, y: y + half, yanchor: 'top', borderpad: 0, yshift: -SPACE } as const];
  });
  const labels = rowLabels.map((text, row) => {
    const { y } = grid.centre(row * grid.columns);
    return { ...style, text, x: 0, y, xanchor: 'left', align: 'left' } as const;
  });
  const palette = { ...style, text: grid.palette, x: 0, y: grid.sheet.height } as const;
  return [
    ...captions,
    ...labels,
    ...(grid.palette === ''
      ? []
      : [{ ...palette, xanchor: 'left', yanchor: 'top', align: 'left', borderpad: 0 } as const]),
  ];
}
