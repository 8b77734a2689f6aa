/** Class of `character` in `alphabet`, its index from 0; -1 when the alphabet lacks it or it is not one character. */
export function classIn(alphabet: string, character: string): number {
  return character.length === 1 ? alphabet.indexOf(character) : -1;
}
