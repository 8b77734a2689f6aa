import type { Exportable } from './exportables';

/** Similar names that an error lists at most. */
const NEAR = 5;

/** What `wanted` names among `all`, in the order of the notebooks; all when it names nothing. A name is that of the
 *  files (`04-confusion`), or without the number (`confusion`), which means those of all notebooks.
 *  source: where they are from, for the message. Throws Error for a name that fits none; it lists the nearest. */
export function chooseExportables(
  all: readonly Exportable[],
  wanted: readonly string[],
  source: string,
): Exportable[] {
  if (wanted.length === 0) return [...all];
  const namesOf = ({ name, plain }: Exportable): string[] => [name, plain, name.replace(/^\d+-/, '')];
  for (const one of wanted) {
    if (all.some((item) => namesOf(item).includes(one))) continue;
    const near = nearNames(one, [...new Set(all.flatMap(namesOf))]);
    const hint = near.length === 0 ? '' : ` Near it: ${near.join(', ')}.`;
    throw new Error(
      `there is no figure ${JSON.stringify(one)} in ${source}.${hint} \`npm run export -- --list\` names all.`,
    );
  }
  return all.filter((item) => namesOf(item).some((name) => wanted.includes(name)));
}

function nearNames(wanted: string, names: readonly string[]): string[] {
  return names
    .map((name) => {
      const contained = name.includes(wanted) || wanted.includes(name);
      return { name, steps: contained ? 0 : editSteps(wanted, name) };
    })
    .filter(({ steps }) => steps <= Math.max(2, wanted.length / 3))
    .sort((one, other) => one.steps - other.steps)
    .slice(0, NEAR)
    .map(({ name }) => name);
}

/** Letters to add, drop or change to turn one word into the other (Levenshtein 1966). */
function editSteps(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(one).entries()) {
    const line = [row + 1];
    for (let column = 0; column < other.length; column++) {
      const change = above[column] + (letter === other[column] ? 0 : 1);
      line.push(Math.min(change, above[column + 1] + 1, line[column] + 1));
    }
    above = line;
  }
  return above[other.length];
}
