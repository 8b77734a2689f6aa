import { checkWhole } from '../checks';
import type { Dash, Data } from 'plotly.js';
import type { CurvesRun } from './curvesRun';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { panelAxes, panelHeading, ROW_HEIGHT } from './panelAxes';
import { seedBand } from './seedBand';
import { COLOURS, themedLayout } from './theme';

/** One panel: what was run, and the report's curve of the same experiment. */
export interface CurvesPanel {
  readonly title: string;
  /** Under the title: profile, seeds, epochs; `not run`. */
  readonly caption: string;
  readonly runs: readonly CurvesRun[];
  readonly reported?: Omit<CurvesRun, 'name'> | undefined;
  /** The report's highest accuracy, 0 to 1: a grey, dotted line, for experiments whose curve is not known. */
  readonly reportedBest?: number | undefined;
}

export interface CurvesFigureOptions extends FigureOptions {
  /** Stem of exported files. */
  name?: string;
  /** Panels in a row. */
  columns?: number;
  /** 'log' shows 30 epochs beside 500. */
  scale?: 'log' | 'linear';
  /** What the curves not trained on are called: `validation`, `test`. */
  measured?: string;
}

const DASHES: readonly Dash[] = ['solid', 'dash', 'dot', 'dashdot', 'longdash'];
/** Height of heading, legend and the lowest axis. */
const AROUND = 190;

/** Accuracy against epochs, a panel an experiment, all on the same axes: several seeds as thin lines, told apart by
 *  dash, within a band from the lowest to the highest of them, the report's curve thick and grey behind them. Training curves, where given, are orange and dotted.
 *  Throws RangeError without panels or when an option is out of range. */
export function curvesFigure(panels: readonly CurvesPanel[], options: CurvesFigureOptions = {}): Figure {
  const {
    columns = 2,
    scale = 'log',
    measured = 'validation',
    name = 'curves',
    title = 'Accuracy',
  } = options;
  if (panels.length === 0) throw new RangeError('curvesFigure: panels is empty; give at least one.');
  checkWhole('curvesFigure', { columns }, 1);
  const rows = Math.ceil(panels.length / columns);
  const height = options.height ?? rows * ROW_HEIGHT + AROUND;
  const longest = Math.max(2, ...panels.flatMap((panel) => curvesOfPanel(panel).map((one) => one.length)));
  const seen = new Set<string>();
  const layout = themedLayout(
    { ...options, title, height },
    {
      ...panelAxes(panels.length, { columns, rows, longest, scale }),
      annotations: panels.map((panel, index) => panelHeading(panel, index)),
      margin: { l: 60, r: 20, t: 104, b: 50 },
    },
  );
  return {
    name,
    description: `${title}: ${panels.map((panel) => describe(panel, measured)).join('; ')}.`,
    data: panels.flatMap((panel, index) => traces(panel, { index, longest, measured, seen })),
    layout: {
      ...layout,
      // Where the heading stands in a figure of the usual height; a share of this one's would push it down.
      title: { ...(layout.title as object), y: 1 - 13 / height },
    },
  };
}

function curvesOfPanel({ runs, reported }: CurvesPanel): (readonly number[])[] {
  return [...runs, ...(reported ? [reported] : [])].map(({ validation }) => validation);
}

function describe({ title, caption, runs, reported, reportedBest }: CurvesPanel, measured: string): string {
  const best = (values: readonly number[]): string => `${(100 * Math.max(0, ...values)).toFixed(2)} %`;
  const ours = runs.map((run) => `${run.name} at most ${best(run.validation)}`);
  const theirs = [...(reported?.validation ?? []), ...(reportedBest === undefined ? [] : [reportedBest])];
  const report = theirs.length === 0 ? [] : [`report at most ${best(theirs)}`];
  return `${title} (${caption}), ${measured}: ${[...ours, ...report].join(', ') || 'no curve'}`;
}

function traces(
  { runs, reported, reportedBest }: CurvesPanel,
  { index, longest, measured, seen }: { index: number; longest: number; measured: string; seen: Set<string> },
): Partial<Data>[] {
  const suffix = index === 0 ? '' : String(index + 1);
  const line = (
    name: string,
    values: readonly number[] | undefined,
    style: { color: string; width: number; dash: Dash },
    epochs?: readonly number[],
  ): Partial<Data>[] => {
    if (!values) return [];
    const first = !seen.has(name);
    seen.add(name);
    return [
      {
        type: 'scatter',
        // A single epoch has no line to draw.
        mode: values.length <= 12 && !epochs ? 'lines+markers' : 'lines',
        name,
        legendgroup: name,
        showlegend: first,
        x: epochs ? [...epochs] : values.map((_, epoch) => epoch + 1),
        y: [...values],
        xaxis: `x${suffix}`,
        yaxis: `y${suffix}`,
        line: style,
        marker: { size: 4, color: style.color },
        hovertemplate: `epoch %{x}: %{y:.2%}<extra>${name}</extra>`,
      },
    ];
  };
  const grey = { color: COLOURS.report, width: 3 };
  const level = reportedBest === undefined ? undefined : [reportedBest, reportedBest];
  return [
    ...line('report, highest', level, { ...grey, dash: 'dot' }, [0.5, longest + 0.5]),
    ...line('report, training', reported?.training, { ...grey, width: 1.5, dash: 'dot' }),
    ...line(`report, ${measured}`, reported?.validation, { ...grey, dash: 'solid' }),
    ...seedBand(runs, { suffix, name: `range of seeds, ${measured}`, seen }),
    ...runs.flatMap(({ name, training }) =>
      line(`${name}, training`, training, { color: COLOURS.second, width: 1.5, dash: 'dot' }),
    ),
    ...runs.flatMap(({ name, validation }, seed) =>
      line(`${name}, ${measured}`, validation, {
        color: COLOURS.first,
        width: 1.5,
        dash: DASHES[seed % DASHES.length],
      }),
    ),
  ];
}
