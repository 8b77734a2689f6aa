import { joinText, type Cell, type Notebook } from './notebookFile';
import { REPORT_NUMBERS } from './reportNumbers';
import { shownText } from './shownText';

/** Numbers that measure something: a count of a total, a percentage, a decimal, a whole number from 100 on. */
const MEASURED = /\d[\d,]*\/\d[\d,]*|\d[\d,]*(?:\.\d+)?(?=\s?%)%?|\d+\.\d+|\d{1,3}(?:,\d{3})+|\d{3,}/g;
/** `<!-- given: 0.01, 40% (why they stand) -->`: numbers of a cell of prose that no run prints. */
const GIVEN = /<!--\s*given:([^]*?)-->/g;
/** `<!-- printed: the network is dead -->`: words that the code before or after the prose must have printed. */
const PRINTED = /<!--\s*printed:([^]*?)-->/g;
/** What looks like a measurement and is a name: code, links, identifiers, years, versions, sections. */
const NAMES = [
  /```[^]*?```|`[^`]*`/g,
  /<!--[^]*?-->/g,
  // What is said of a diagram is held to the code that draws it: test/diagrams.
  /!\[[^\]]*\]/g,
  /\]\([^)]*\)/g,
  /https?:\S+|doi:\S+|arXiv:\S+|WCAG \d\.\d|[Nn]ode \d+\S*/g,
  /\b(?:question|answers?|step|section) \d+\.\d+/gi,
  /\b(?:19|20)\d\d\b(?!,\d)/g,
];

/** Numbers in a notebook's prose that neither the code cell before it nor the one after it shows: one sentence each.
 *  A number stands when it is in the code or the output of either cell, as it is or rounded to as many decimals as
 *  the prose gives; when the report prints it (`REPORT_NUMBERS`); or when the cell itself marks it as given. */
export function checkSaidNumbers({ cells }: Notebook): string[] {
  return cells.flatMap((cell, index) => {
    if (cell.cell_type !== 'markdown') return [];
    const source = joinText(cell.source);
    const shown = neighbours(cells, index).map(shownText).join('\n');
    const given = [...source.matchAll(GIVEN)].flatMap(([, text]) => numbersIn(text));
    const standing = [...numbersIn(shown), ...given, ...REPORT_NUMBERS];
    const prose = NAMES.reduce((text, name) => text.replace(name, ' '), source);
    const loose = (prose.match(MEASURED) ?? []).filter((number) => !stands(number, standing));
    const unsaid = [...source.matchAll(PRINTED)]
      .map(([, text]) => text.trim())
      .filter((text) => !shown.includes(text));
    return [
      ...[...new Set(loose)].map(
        (number) => `cell ${index + 1} says ${number}, which the code beside it does not print.`,
      ),
      ...unsaid.map(
        (text) => `cell ${index + 1} rests on "${text}", which the code beside it does not print.`,
      ),
    ];
  });
}

/** The code cell before a place and the one after it. */
function neighbours(cells: readonly Cell[], index: number): Cell[] {
  const isCode = ({ cell_type: kind }: Cell): boolean => kind === 'code';
  return [cells.slice(0, index).reverse().find(isCode), cells.slice(index + 1).find(isCode)].flatMap(
    (cell) => cell ?? [],
  );
}

function numbersIn(text: string): string[] {
  return text.match(/\d[\d,]*\/\d[\d,]*|\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?\s?%?/g) ?? [];
}

function stands(number: string, standing: readonly string[]): boolean {
  if (number.includes('/')) {
    const plain = (text: string): string => text.replaceAll(',', '');
    return standing.some((other) => plain(other) === plain(number));
  }
  const wanted = parse(number);
  const decimals = /\.(\d+)/.exec(number)?.[1].length ?? 0;
  return standing.some((other) => {
    if (other.includes('/')) return other.split('/').some((part) => parse(part).value === wanted.value);
    const found = parse(other);
    const rounded = (value: number): boolean => value.toFixed(decimals) === wanted.value.toFixed(decimals);
    // A share may be printed as 0.44 and told as 44%.
    return rounded(found.value) || (wanted.percent && !found.percent && rounded(100 * found.value));
  });
}

function parse(text: string): { readonly value: number; readonly percent: boolean } {
  return { value: Number(text.replace(/[,%\s]/g, '')), percent: text.includes('%') };
}
