import type { Annotations, Layout } from 'plotly.js';
import { breakCategories } from './breakCategories';
import type { Figure } from './figure';
import { stackPanels } from './stackPanels';
import { SMALL_TEXT, wrapText } from './wrapText';

/** Heights of lines of the heading, in pixels. */
const TITLE_LINE = 21;
const SUBTITLE_LINE = 15;
/** By how much plotly draws a heading of several lines higher than one of a single line, in pixels. */
const RAISED = 11;
/** Sizes of texts: of the heading, the line under it, the titles of axes. */
const TITLE = 16;
const SUBTITLE = 12;
const AXIS_TITLE = 15;
/** Texts in a grid of pictures do not shrink with it: what they need more than their share, in pixels. */
const TEXT_ROOM = 8;
/** What each row of categories grows by when names of several are broken: their lines, and numbers above bars, need it; in pixels. */
const ROW_ROOM = 12;
/** Height of a figure that states none, in pixels. */
const HEIGHT = 420;

interface Title {
  text?: string;
  y?: number;
  subtitle?: { text?: string };
}

/** A figure laid out for a width in pixels: its heading, the titles of its axes and names of categories broken where they would be cut, panels that stand
 *  side by side put below one another where each would be too narrow, and a grid of pictures as high as it is at that
 *  width. Where all fits, the figure as it is. The input stays as it was. Throws RangeError unless width is a number above 0. */
export function fitFigure(figure: Figure, { width }: { readonly width: number }): Figure {
  if (!(width > 0 && Number.isFinite(width))) {
    throw new RangeError(`fitFigure: width must be a number of pixels above 0, got ${width}.`);
  }
  const named = breakCategories(figure, { width });
  const rows = (named.data.at(0) as { readonly y?: readonly unknown[] } | undefined)?.y?.length ?? 0;
  const height = (figure.layout.height ?? HEIGHT) + ROW_ROOM * rows;
  const roomy = named === figure ? figure : { ...named, layout: withHeight(named.layout, height) };
  const stacked = stackPanels(roomy, { width });
  const grown = shrinkGrid(stacked.layout, width);
  return { ...stacked, layout: breakHeading(breakAxisTitles(grown, width), width) };
}

/** A grid of pictures has a size of its own, and all of it but the margins shrinks with the width. */
function shrinkGrid(layout: Partial<Layout>, width: number): Partial<Layout> {
  const { width: own, height = HEIGHT, margin = {} } = layout;
  if (own === undefined || own <= width) return layout;
  const { l = 0, r = 0, t = 0, b = 0 } = margin;
  if (layout.yaxis?.scaleanchor !== 'x') return { ...layout, width };
  // The figure may be wider than its grid, for a long heading.
  const grid = Number(layout.xaxis?.range?.[1] ?? own - l - r);
  const share = Math.min(1, (width - l - r) / grid);
  return withHeight({ ...layout, width }, Math.ceil(t + b + (height - t - b) * share) + TEXT_ROOM);
}

function breakAxisTitles(layout: Partial<Layout>, width: number): Partial<Layout> {
  const { l = 0, r = 0 } = layout.margin ?? {};
  const broken = Object.entries(layout)
    .filter(([name]) => /^xaxis\d*$/.test(name))
    .map(([name, value]) => {
      const axis = value as Layout['xaxis'];
      const text = axis.title?.text;
      const [from, to] = axis.domain ?? [0, 1];
      const room = (width - l - r) * (to - from);
      return text
        ? [name, { ...axis, title: { ...axis.title, text: wrapped(text, room, AXIS_TITLE) } }]
        : [name, axis];
    });
  const annotations = layout.annotations?.map((one) => ({
    ...one,
    ...brokenHeading(one, layout, width - l - r),
  }));
  return {
    ...layout,
    ...(Object.fromEntries(broken) as Partial<Layout>),
    ...(annotations ? { annotations } : {}),
  };
}

/** The heading of a panel, each of its lines broken to the panel's width, and the line under a grid. */
function brokenHeading(
  annotation: Partial<Annotations>,
  layout: Partial<Layout>,
  room: number,
): Partial<Annotations> {
  // The line under a grid of pictures; captions in it stand in the middle of theirs.
  if (layout.yaxis?.scaleanchor === 'x' && annotation.yanchor === 'top' && annotation.xanchor === 'left') {
    return { text: wrapped(annotation.text!.replaceAll('<br>', ' '), room, SMALL_TEXT) };
  }
  const panel = /^(x\d*) domain$/.exec(String(annotation.xref))?.[1];
  if (panel === undefined || !annotation.text) return {};
  const axis = (layout as Record<string, Layout['xaxis'] | undefined>)[panel.replace('x', 'xaxis')];
  const [from, to] = axis?.domain ?? [0, 1];
  const lines = annotation.text.split('<br>').map((line) => wrapped(line, room * (to - from), SUBTITLE));
  return { text: lines.join('<br>') };
}

function breakHeading(layout: Partial<Layout>, width: number): Partial<Layout> {
  const title = layout.title as Title | undefined;
  if (!title?.text) return layout;
  const room = width - 20;
  const text = wrapped(title.text, room, TITLE);
  const subtitle = wrapped(title.subtitle?.text ?? '', room, SUBTITLE);
  const more = linesOver(text) * TITLE_LINE + linesOver(subtitle) * SUBTITLE_LINE;
  if (more === 0) return layout;
  const height = layout.height ?? HEIGHT;
  const margin = { ...layout.margin, t: (layout.margin?.t ?? 50) + more };
  const heading = { ...title, text, subtitle: { ...title.subtitle, text: subtitle } };
  const lower = linesOver(text) > 0 ? RAISED : 0;
  return withHeight({ ...layout, height, margin, title: heading }, height + more, lower);
}

/** The layout at another height, its heading as many pixels from the top as before, or `lower` more. */
function withHeight(layout: Partial<Layout>, height: number, lower = 0): Partial<Layout> {
  const title = layout.title as Title | undefined;
  const before = layout.height ?? HEIGHT;
  const y = 1 - ((1 - (title?.y ?? 1)) * before + lower) / height;
  return { ...layout, height, ...(title ? { title: { ...title, y } } : {}) };
}

function wrapped(text: string, width: number, size: number): string {
  return text === '' ? '' : wrapText(text, (width * SMALL_TEXT) / size);
}

function linesOver(text: string): number {
  return text.split('<br>').length - 1;
}
