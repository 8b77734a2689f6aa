import { checkBoxes } from './checkBoxes';
import { checkSteps } from './checkSteps';
import { refuse, wholeNumber } from './refuse';
import type { Scheme } from './scheme';

const FIELDS = ['name', 'width', 'height', 'alphabet', 'length', 'clean', 'boxes'];

/** Longest side of a picture, longest text and largest alphabet. */
const SIDE = 10_000;
const LONGEST = 100;
const MOST_CHARACTERS = 100;

/** Returns `value` as a scheme, or throws RangeError naming the first field that breaks a rule, its value, the rule and the remedy.
 *
 *  name: not empty. width, height: 1 to 10,000. alphabet: 1 to 100 characters of one UTF-16 unit, none twice, no control
 *  characters. length: 1 <= min <= max <= 100. clean: known steps with their options in range. boxes: of one size, inside the
 *  picture, as many as a text has characters, whose number is fixed then. No other fields. */
export function checkScheme(value: unknown): Scheme {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('scheme', value, 'must be an object', 'Give one, or let schemeOf(pictures) infer it.');
  }
  const scheme = value as Scheme;
  const stranger = Object.keys(scheme).find((key) => !FIELDS.includes(key));
  if (stranger !== undefined) {
    refuse(
      'scheme',
      `the field ${stranger}`,
      `has the fields ${FIELDS.join(', ')} only`,
      'Check the spelling.',
    );
  }
  if (typeof scheme.name !== 'string' || scheme.name.trim() === '') {
    refuse('name', scheme.name, 'must be a text that is not empty', 'Name it as messages shall call it.');
  }
  wholeNumber('width', scheme.width, [1, SIDE], "Give the pictures' width in pixels.");
  wholeNumber('height', scheme.height, [1, SIDE], "Give the pictures' height in pixels.");
  checkAlphabet(scheme.alphabet);
  checkLength(scheme.length);
  checkSteps(scheme.clean);
  if (scheme.boxes !== undefined) checkBoxes(scheme, scheme.boxes);
  return scheme;
}

function checkAlphabet(alphabet: unknown): void {
  if (typeof alphabet !== 'string' || alphabet === '') {
    return refuse('alphabet', alphabet, 'must be a text of all characters that occur', 'List each once.');
  }
  const characters = Array.from(alphabet);
  const odd = characters.find((character) => character.length !== 1 || /\p{C}/u.test(character));
  if (odd !== undefined) {
    const rule = 'must be of printable characters of one UTF-16 unit each';
    refuse('alphabet', odd, rule, 'Leave it out, or label such pictures by other characters.');
  }
  const double = characters.find((character, index) => characters.indexOf(character) !== index);
  if (double !== undefined) refuse('alphabet', double, 'must have no character twice', 'List each once.');
  if (characters.length > MOST_CHARACTERS) {
    const remedy = 'Check the labels: are they texts?';
    refuse('alphabet', `${characters.length} characters`, `must have at most ${MOST_CHARACTERS}`, remedy);
  }
}

function checkLength(length: Scheme['length'] | undefined): void {
  if (typeof length !== 'object') {
    return refuse('length', length, 'must be { min, max }', 'Give the fewest and most characters of a text.');
  }
  wholeNumber('length.min', length.min, [1, LONGEST], 'Give the fewest characters of a text.');
  wholeNumber(
    'length.max',
    length.max,
    [length.min, LONGEST],
    'Give the most characters of a text, at least length.min.',
  );
}
