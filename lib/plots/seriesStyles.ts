import type { Dash } from 'plotly.js';
import { COLOURS } from './theme';

/** How a series looks: told from others by dash and marker as well as colour. */
interface SeriesStyle {
  readonly color: string;
  readonly dash: Dash;
  readonly symbol: string;
}

/** Styles of our series, first to last; a fifth series begins again. @internal */
export const SERIES_STYLES: readonly SeriesStyle[] = [
  { color: COLOURS.first, dash: 'solid', symbol: 'circle' },
  { color: COLOURS.second, dash: 'dash', symbol: 'square' },
  { color: COLOURS.third, dash: 'dot', symbol: 'triangle-up' },
  { color: COLOURS.text, dash: 'dashdot', symbol: 'x' },
];

/** Style of series from the report. @internal */
export const REPORT_STYLE: SeriesStyle = { color: COLOURS.report, dash: 'solid', symbol: 'diamond-open' };
