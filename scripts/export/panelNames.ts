import type { Figure } from '../../lib/plots';

/** An axis or an annotation of a layout, as far as names go. */
interface Named {
  readonly title?: { readonly text?: string } | string;
  readonly text?: string;
  readonly xref?: string;
  readonly yref?: string;
}

/** What the panels of a figure are called: for each pair of axes, such as `x y2`, its title, if it has one, and what its axes
 *  measure, `cross-entropy (nats) over epoch`; `panel 2` where it has neither or another is called the same. */
export function panelNames(layout: Figure['layout'], panels: readonly string[]): ReadonlyMap<string, string> {
  const named = layout as Readonly<Record<string, Named | undefined>>;
  const notes = (layout.annotations ?? []) as readonly Named[];
  const names = panels.map((panel) => {
    const [x, y] = panel.split(' ');
    const title = notes.find(({ xref, yref }) => xref === `${x} domain` && yref === `${y} domain`);
    const axes = [axisTitle(named, y), axisTitle(named, x)].filter(Boolean).join(' over ');
    return [plain(title?.text), axes].filter(Boolean).join(': ');
  });
  const called = names.map((name, index) => {
    const alone = name !== '' && names.indexOf(name) === names.lastIndexOf(name);
    return alone ? name : [`panel ${index + 1}`, name].filter(Boolean).join(': ');
  });
  return new Map(panels.map((panel, index) => [panel, called[index]]));
}

function axisTitle(layout: Readonly<Record<string, Named | undefined>>, axis: string): string {
  const title = layout[`${axis[0]}axis${axis.slice(1)}`]?.title;
  return plain(typeof title === 'object' ? title.text : title);
}

/** Without plotly's tags. */
function plain(text = ''): string {
  return text
    .replace(/<br\s*\/?>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .trim();
}
