import { functionExercise } from '../functionExercise';

/** What file names tell of a scheme. */
export interface NamesScheme {
  /** Each character once, in ascending order. */
  alphabet: string;
  /** Characters of the shortest and of the longest text. */
  shortest: number;
  longest: number;
}

const textOf = (file: string): string => file.replace(/\.[^.]*$/, '');

function infer(texts: readonly string[], alphabet: readonly string[]): NamesScheme {
  const lengths = texts.map((text) => text.length);
  return { alphabet: alphabet.join(''), shortest: Math.min(...lengths), longest: Math.max(...lengths) };
}
const charactersOf = (texts: readonly string[]): string[] => [...new Set(texts.join(''))].sort();

/** Notebook 16: alphabet and lengths, inferred from file names. */
export const schemeByNames = functionExercise<[string[]], NamesScheme>({
  name: 'A scheme by its names',
  reference: (files) => infer(files.map(textOf), charactersOf(files.map(textOf))),
  cases: [[['abc.png']], [['cab.png']], [['b2b.png', '7xb2a.png']], [['K3.jpeg', 'k3k9.png', '33.jpg']]],
  random: (random) => {
    const letters = 'acefkmxyKM23457';
    const name = (): string =>
      Array.from({ length: 3 + random.integer(4) }, () => letters[random.integer(letters.length)]).join('');
    return [Array.from({ length: 5 }, () => `${name()}.${['png', 'jpg', 'jpeg'][random.integer(3)]}`)];
  },
  suspects: [
    {
      mine: (files) => infer(files, charactersOf(files)),
      says: 'The extension is not part of the text: cut it off first.',
    },
    {
      mine: (files) => infer(files.map(textOf), [...new Set(files.map(textOf).join(''))]),
      says: 'The characters stand in the order in which you met them: sort them, so that the same set always gives the same alphabet.',
    },
    {
      mine: (files) => infer(files.map(textOf), Array.from(files.map(textOf).join('')).sort()),
      says: 'A character that comes twice stands in your alphabet twice: keep each once.',
    },
    {
      mine: (files) => {
        const texts = files.map((file) => textOf(file).toLowerCase());
        return infer(texts, charactersOf(texts));
      },
      says: 'You make capitals small: K and k are two characters, and the reader has to tell them apart.',
    },
  ],
});
