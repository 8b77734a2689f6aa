import { ALPHABET, CAPTCHA_LENGTH } from '../../report';
import { functionExercise } from '../functionExercise';

const stemOf = (file: string): string => file.replace(/\.[^.]*$/, '');
const fits = (text: string): boolean =>
  text.length === CAPTCHA_LENGTH && Array.from(text).every((one) => ALPHABET.includes(one));

/** Notebook 1: file names that cannot be right. */
export const oddNames = functionExercise<[string[]], string[]>({
  name: 'Odd names',
  reference: (files) => files.filter((file) => !fits(stemOf(file))),
  cases: [
    [['226md.png', '22d5n.jpg']],
    [['226md.png', '3bnfnd.png', '4cn7.png']],
    [['226md.png', 'a26md.png', 'x38fn.jpg']],
    [['22.md.png', 'p4nd5.jpeg']],
  ],
  random: (random) => {
    const letters = `${ALPHABET}${ALPHABET}a19`;
    const name = (): string =>
      Array.from({ length: 4 + random.integer(3) }, () => letters[random.integer(letters.length)]).join('');
    return [Array.from({ length: 6 }, () => `${name()}.${['png', 'jpg', 'jpeg'][random.integer(3)]}`)];
  },
  suspects: [
    {
      mine: (files) => files.filter((file) => !/^[a2345678bcdefgmnpwxy]{5}$/.test(stemOf(file))),
      says: "You let an a pass: it stands in Kaptcha's own alphabet and not in that of this set, which is ALPHABET.",
    },
    {
      mine: (files) => files.filter((file) => stemOf(file).length !== CAPTCHA_LENGTH),
      says: 'You look at the length only: a name may also hold a character that the alphabet has not.',
    },
    {
      mine: (files) => files.filter((file) => file.length !== 9 || !fits(file.slice(0, 5))),
      says: 'You count on an extension of four characters: there are also names that end in .jpeg.',
    },
    {
      mine: (files) => files.filter((file) => !fits(file)),
      says: 'The extension is not part of the text: cut it off first.',
    },
    {
      mine: (files) => files.filter((file) => fits(stemOf(file))),
      says: 'These are the names that are right; return the others.',
    },
  ],
});
