import type { Box } from '../image';
import { checkScheme } from './checkScheme';
import type { CleaningStep } from './cleaningStep';
import { describeScheme } from './describeScheme';
import type { Scheme } from './scheme';

/** What a scheme is inferred from: a labelled picture, such as `loadPictures` gives. */
export interface SchemeExample {
  /** Its text. */
  readonly label: string;
  readonly image: { readonly width: number; readonly height: number };
}

export interface SchemeOfOptions {
  /** Default `pictures`. */
  readonly name?: string;
  /** How the pictures shall be cleaned, which they cannot tell; default not at all. */
  readonly clean?: readonly CleaningStep[];
  /** Where the characters stand, which they cannot tell either; default unknown. */
  readonly boxes?: readonly Box[];
}

/** A scheme with what it rests on. */
export interface InferredScheme {
  readonly scheme: Scheme;
  /** Pictures it was inferred from. */
  readonly count: number;
  /** Pictures of each size, the most frequent first; the scheme has the first. */
  readonly sizes: readonly { readonly width: number; readonly height: number; readonly count: number }[];
  /** Texts of each length, ascending. */
  readonly lengths: readonly { readonly length: number; readonly count: number }[];
  /** How often each character of the alphabet occurs, in the alphabet's order. */
  readonly characters: readonly { readonly character: string; readonly count: number }[];
  /** All this in sentences, for whoever has to judge it. */
  readonly findings: readonly string[];
}

/** Characters seen in fewer texts than this are named, since a typing error in a label looks the same. */
const RARE = 3;

/** The scheme of labelled pictures: the most frequent size (the first of equals), the characters that occur, in code-unit order,
 *  the shortest and the longest text. It can only know what it saw: a character that no label has is not in the alphabet.
 *  Pictures of another size count nowhere but in `sizes`. Throws RangeError without pictures, or when what was found is no scheme
 *  (see `checkScheme`): an empty text, more than 100 characters. */
export function schemeOf(
  pictures: readonly SchemeExample[],
  { name = 'pictures', clean = [], boxes }: SchemeOfOptions = {},
): InferredScheme {
  if (pictures.length === 0) {
    throw new RangeError(
      'schemeOf: there must be pictures to infer a scheme from, got none. Give labelled ones.',
    );
  }
  const sizes = counted(pictures.map(({ image }) => `${image.width} x ${image.height}`))
    .sort((a, b) => b.count - a.count)
    .map(({ value, count }) => {
      const [width, height] = value.split(' x ').map(Number);
      return { width, height, count };
    });
  const [{ width, height, count }] = sizes;
  const alike = pictures.filter(({ image }) => image.width === width && image.height === height);
  const lengths = counted(alike.map(({ label }) => label.length))
    .map(({ value, count: texts }) => ({ length: value, count: texts }))
    .sort((a, b) => a.length - b.length);
  const characters = counted(alike.flatMap(({ label }) => label.split('')))
    .map(({ value, count: times }) => ({ character: value, count: times }))
    .sort((a, b) => a.character.charCodeAt(0) - b.character.charCodeAt(0));
  const scheme = checkScheme({
    name,
    width,
    height,
    alphabet: characters.map(({ character }) => character).join(''),
    length: { min: lengths[0].length, max: lengths[lengths.length - 1].length },
    clean,
    ...(boxes && { boxes }),
  });
  const rest = { sizes, lengths, characters };
  return { scheme, count, ...rest, findings: findingsOf(scheme, { count, ...rest }) };
}

function findingsOf(
  scheme: Scheme,
  { count, sizes, lengths, characters }: Omit<InferredScheme, 'scheme' | 'findings'>,
): string[] {
  const findings = [`Inferred from ${count} pictures: ${describeScheme(scheme)}.`];
  for (const other of sizes.slice(1)) {
    findings.push(`${other.count} more are ${other.width} x ${other.height} and were left aside.`);
  }
  if (lengths.length > 1) {
    findings.push(
      `Lengths vary: ${lengths.map(({ length, count: n }) => `${n} texts of ${length}`).join(', ')}.`,
    );
  }
  const rare = characters.filter((character) => character.count < RARE);
  if (rare.length > 0) {
    const list = rare.map((character) => `'${character.character}' ${character.count}x`).join(', ');
    findings.push(`Rare, check the labels: ${list}.`);
  }
  return findings;
}

/** Each value with how often it occurs, in order of first occurrence. */
function counted<Value>(values: readonly Value[]): { value: Value; count: number }[] {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count }));
}
