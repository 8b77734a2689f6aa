import type { Layout, LayoutAxis } from 'plotly.js';

/** Colours of every figure: Okabe and Ito's, which stay apart in the common kinds of colour blindness. Series also
 *  differ by dash, hatch or marker, so that a black and white print can be read. */
export const COLOURS = {
  first: '#0072b2',
  second: '#d55e00',
  third: '#009e73',
  /** Numbers from the report. */
  report: '#8a8a8a',
  text: '#1f2328',
  grid: '#e2e4e7',
  paper: '#ffffff',
} as const;

/** Light to dark in one hue: order survives a black and white print. */
export const SEQUENTIAL: [number, string][] = [
  [0, '#f7fbff'],
  [0.25, '#c6dbef'],
  [0.5, '#6baed6'],
  [0.75, '#2171b5'],
  [1, '#08306b'],
];

/** What every figure function takes beside its own options. */
export interface FigureOptions {
  /** Heading; each figure has its own by default. */
  title?: string;
  /** Line under the heading: the profile and the data set the numbers come from. */
  subtitle?: string;
  /** Height in pixels. */
  height?: number;
}

const FONT = '"Open Sans", "Segoe UI", Roboto, Helvetica, Arial, sans-serif';

/** An axis in the kit's style. `title` states what is counted and its unit. */
export function axis(title: string, more: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return {
    title: { text: title, standoff: 8 },
    automargin: true,
    gridcolor: COLOURS.grid,
    linecolor: COLOURS.text,
    zeroline: false,
    ticks: 'outside',
    ticklen: 4,
    ...more,
  };
}

/** An axis of names. */
export function categoryAxis(title: string, more: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return axis(title, { type: 'category', ticks: '', showgrid: false, tickmode: 'linear', dtick: 1, ...more });
}

/** Hatching over a bar's own colour: how a bar from the report is told from ours without colour. */
export const HATCH = { shape: '/', fillmode: 'overlay', fgcolor: COLOURS.paper, size: 6 } as const;

/** An axis of shares from 0 to 1, shown as percentages from 0 to 100 %. */
export function shareAxis(title: string, more: Partial<LayoutAxis> = {}): Partial<LayoutAxis> {
  return axis(title, { range: [0, 1.02], tickformat: '.0%', ...more });
}

/** The layout all figures share, with `more` on top. */
export function themedLayout(
  { title, subtitle, height = 420 }: FigureOptions,
  more: Partial<Layout>,
): Partial<Layout> {
  return {
    title: {
      text: title ?? '',
      x: 0.01,
      xanchor: 'left',
      y: 0.97,
      yanchor: 'top',
      font: { size: 16 },
      subtitle: { text: subtitle ?? '', font: { size: 12 } },
    },
    height,
    margin: { l: 60, r: 20, t: subtitle === undefined ? 50 : 72, b: 50 },
    font: { family: FONT, size: 13, color: COLOURS.text },
    paper_bgcolor: COLOURS.paper,
    plot_bgcolor: COLOURS.paper,
    // Below the plot, where lines that wrap on a narrow screen push it up instead of covering the heading.
    legend: { orientation: 'h', x: 0, xanchor: 'left', y: 0.01, yref: 'container', yanchor: 'bottom' },
    hovermode: 'closest',
    ...more,
  };
}
