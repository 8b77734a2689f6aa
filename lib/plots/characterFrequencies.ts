import type { Data } from 'plotly.js';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, categoryAxis, COLOURS, HATCH, themedLayout } from './theme';

/** How often one character occurs. */
interface Frequency {
  readonly character: string;
  readonly count: number;
}

export interface CharacterFrequenciesOptions extends FigureOptions {
  /** The report's counts, drawn hatched beside ours; characters are matched by name. */
  reported?: readonly Frequency[];
}

/** Bars: how often each character occurs, in the order given (Table I). Throws RangeError without rows. */
export function characterFrequencies(
  counted: readonly Frequency[],
  { reported, title = 'How often each character occurs', ...options }: CharacterFrequenciesOptions = {},
): Figure {
  if (counted.length === 0) {
    throw new RangeError('characterFrequencies: counted is empty; give one row per character.');
  }
  const characters = counted.map(({ character }) => character);
  const ours: Partial<Data> = {
    type: 'bar',
    name: 'counted here',
    x: characters,
    y: counted.map(({ count }) => count),
    marker: { color: COLOURS.first },
    hovertemplate: '%{x}: %{y}<extra>counted here</extra>',
  };
  const theirs: Partial<Data> = {
    type: 'bar',
    name: 'report, Table I',
    x: characters,
    y: characters.map((name) => reported?.find(({ character }) => character === name)?.count ?? null),
    marker: { color: COLOURS.report, pattern: HATCH },
    hovertemplate: '%{x}: %{y}<extra>report</extra>',
  };
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const most = counted.reduce((best, row) => (row.count > best.count ? row : best));
  return {
    name: 'character-frequencies',
    description:
      `Bars of how often each of ${counted.length} characters occurs among ${total}; ` +
      `most often ${most.character}, ${most.count} times.`,
    data: reported ? [ours, theirs] : [ours],
    layout: themedLayout(
      { title, ...options },
      {
        barmode: 'group',
        bargap: 0.25,
        showlegend: reported !== undefined,
        xaxis: categoryAxis('character'),
        yaxis: axis('occurrences (count)', { rangemode: 'tozero' }),
      },
    ),
  };
}
