import { ALPHABET, classOf } from '../report';

/** For each label of a mapping the class (0–18), or -1 for a character that the CAPTCHAs do not use. A character of the
 *  alphabet is its small letter where the mapping has one, its capital otherwise.
 *  `missing` is called for a character that has no label, and must throw. @internal */
export function classesOfMapping(
  characters: ReadonlyMap<number, string>,
  missing: (character: string) => never,
): Map<number, number> {
  const labelOf = new Map([...characters].map(([label, character]) => [character, label]));
  const classes = new Map([...characters.keys()].map((label) => [label, -1]));
  for (const character of ALPHABET) {
    const label = labelOf.get(character) ?? labelOf.get(character.toUpperCase());
    classes.set(label ?? missing(character), classOf(character));
  }
  return classes;
}
