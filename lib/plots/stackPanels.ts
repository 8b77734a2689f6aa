import type { Data, Layout, LayoutAxis } from 'plotly.js';
import type { Figure } from './figure';

/** Panels narrower than this stand below one another, in pixels. */
const NARROWEST_PANEL = 260;
/** Between two stacked panels, in pixels: ticks and title of one, heading of the next. */
const GAP = 96;

type Axes = Record<string, Partial<LayoutAxis> | undefined>;

/** One plot of a figure: its axes by suffix, '' or a number. */
interface Panel {
  readonly x: string;
  readonly y: string;
  readonly left: number;
  readonly top: number;
}

/** A figure whose panels stand side by side, with all of them in one column where `width` pixels give each too little; any other
 *  figure as it is. Panels keep their order, row after row, and their height. @internal */
export function stackPanels(figure: Figure, { width }: { readonly width: number }): Figure {
  const { layout } = figure;
  const panels = panelsOf(figure);
  const columns = new Set(panels.map(({ left }) => left)).size;
  const axes = layout as Axes;
  // A bar of totals beside a matrix belongs beside it.
  const strip = panels.some(({ x }) => widthOf(axes[`xaxis${x}`]) < 0.25);
  if (columns < 2 || strip || width / columns >= NARROWEST_PANEL) return figure;
  const { t = 0, b = 0 } = layout.margin ?? {};
  const height = layout.height ?? 420;
  const [low, high] = domainOf(axes[`yaxis${panels[0].y}`]);
  const each = (height - t - b) * (high - low);
  const all = panels.length * each + (panels.length - 1) * GAP;
  const moved: Axes = {};
  panels.forEach(({ x, y }, index) => {
    // A panel that shares another's y axis gets one of its own, called after its x axis.
    const own = panels.findIndex((one) => one.y === y) === index ? y : x;
    const top = 1 - (index * (each + GAP)) / all;
    const beside = panels.find((one) => one.top === panels[index].top)!;
    const title = axes[`yaxis${y}`]?.title;
    moved[`xaxis${x}`] = { ...axes[`xaxis${x}`], domain: [0, 1], anchor: `y${own}` as LayoutAxis['anchor'] };
    moved[`yaxis${own}`] = {
      ...axes[`yaxis${y}`],
      title: hasText(title) ? title! : axes[`yaxis${beside.y}`]?.title,
      domain: [Math.max(0, top - each / all), top],
      anchor: `x${x}` as LayoutAxis['anchor'],
    };
  });
  const data = figure.data.map((trace) => onItsOwn(trace, panels));
  return {
    ...figure,
    data,
    layout: { ...layout, ...(moved as Partial<Layout>), height: Math.ceil(all + t + b) },
  };
}

function panelsOf({ data, layout }: Figure): Panel[] {
  const axes = layout as Axes;
  const pairs = new Map<string, Panel>();
  for (const trace of data) {
    const x = suffixOf(trace, 'xaxis');
    const y = suffixOf(trace, 'yaxis');
    const [left] = domainOf(axes[`xaxis${x}`]);
    const [, top] = domainOf(axes[`yaxis${y}`]);
    if (axes[`xaxis${x}`] && axes[`yaxis${y}`]) pairs.set(`${x} ${y}`, { x, y, left, top });
  }
  return [...pairs.values()].sort((one, other) => other.top - one.top || one.left - other.left);
}

/** The trace on the y axis that its panel has now. */
function onItsOwn(trace: Partial<Data>, panels: readonly Panel[]): Partial<Data> {
  const [x, y] = [suffixOf(trace, 'xaxis'), suffixOf(trace, 'yaxis')];
  const first = panels.find((one) => one.y === y);
  return first === undefined || first.x === x ? trace : { ...trace, yaxis: `y${x}` };
}

function suffixOf(trace: Partial<Data>, axis: 'xaxis' | 'yaxis'): string {
  return ((trace as Partial<Record<'xaxis' | 'yaxis', string>>)[axis] ?? '').slice(1);
}

function domainOf(axis: Partial<LayoutAxis> | undefined): readonly number[] {
  return axis?.domain ?? [0, 1];
}

function widthOf(axis: Partial<LayoutAxis> | undefined): number {
  const [from, to] = domainOf(axis);
  return to - from;
}

function hasText(title: LayoutAxis['title'] | undefined): boolean {
  return (title?.text ?? '') !== '';
}
