import { openReader } from '../../experiments';
import { hardenedCaptcha } from '../../generator';
import type { GreyImage } from '../../image';
import type { Exercise } from '../exercise';
import { ExerciseError, NotDoneYet } from '../exerciseError';
import { showValue } from '../showValue';

/** A picture and what it says. */
export interface Drawn {
  readonly text: string;
  readonly image: GreyImage;
}

/** A defence: how a picture is drawn, and what somebody has read in those of seeds 1 to 10. */
export interface Defence {
  readonly draw: (seed: number) => Drawn;
  readonly typed: () => readonly string[];
}

const NAME = 'A CAPTCHA that holds';
const PICTURES = 60;
const FIRST_SEED = 500;
const READ_BY_PEOPLE = 8;

function drawn(draw: Defence['draw'], seed: number, fail: (sentence: string) => never): Drawn {
  let given: unknown;
  try {
    given = draw(seed);
  } catch (error) {
    if (error instanceof NotDoneYet) throw error;
    fail(`draw(${seed}) throws: ${error instanceof Error ? error.message : String(error)}`);
  }
  const one = given as Partial<Drawn> | undefined;
  if (typeof one?.text !== 'string' || one.image?.width !== 200 || one.image.height !== 50) {
    return fail(`draw(${seed}) must return { text, image }, an image of 200 x 50.`);
  }
  return { text: one.text, image: one.image };
}

async function judge({ draw, typed: read }: Defence): Promise<string> {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof draw !== 'function' || typeof read !== 'function')
    return fail(
      'hand over { draw, typed }: the function that draws, and the one that returns what you read.',
    );
  const shown = Array.from({ length: 10 }, (_, i) => drawn(draw, i + 1, fail));
  const typed = read() as readonly string[] | undefined;
  if (!Array.isArray(typed) || typed.length !== 10)
    return fail(`typed must hold what you read in the pictures of seeds 1 to 10, got ${showValue(typed)}.`);
  const again = drawn(draw, 1, fail);
  if (again.text !== shown[0].text || again.image.data.some((grey, i) => grey !== shown[0].image.data[i])) {
    return fail(
      'the same seed must give the same picture: take chance from the seed, never from Math.random.',
    );
  }
  if (new Set(shown.map(({ text }) => text)).size < 8)
    return fail('texts must differ from picture to picture.');
  const byPerson = typed.filter((text, i) => text === shown[i].text).length;
  if (byPerson < READ_BY_PEOPLE) {
    return fail(
      `you read ${byPerson} of 10, at least ${READ_BY_PEOPLE} are asked: what stops you stops visitors. Look at the pictures anew after each change of draw, and type what you see.`,
    );
  }
  const reader = await openReader('generated');
  try {
    const plain = Array.from({ length: PICTURES }, (_, i) => hardenedCaptcha({ seed: FIRST_SEED + i }));
    const yours = Array.from({ length: PICTURES }, (_, i) => drawn(draw, FIRST_SEED + i, fail));
    const [before, after] = [plain, yours].map(
      (set) =>
        reader.read(set.map(({ image }) => image)).filter(({ text }, i) => text === set[i].text).length,
    );
    const numbers = `of ${PICTURES} plain pictures the reader reads ${before}, of yours ${after}`;
    if (after > before / 2) return fail(`${numbers}; make that at most half.`);
    return `✓ ${NAME}: ${numbers}; you read ${byPerson} of 10. One person and ten pictures are no study, and the reader has not learnt from yours yet: notebook 15 says what comes then.`;
  } finally {
    reader.dispose();
  }
}

const plainTexts = Array.from({ length: 10 }, (_, i) => i + 1);
const readAll = (draw: Defence['draw']): string[] => plainTexts.map((seed) => draw(seed).text);
const plain: Defence['draw'] = (seed) => hardenedCaptcha({ seed });
const noise: Defence['draw'] = (seed) => {
  const { text, image } = hardenedCaptcha({ seed });
  return { text, image: { ...image, data: image.data.map(() => 255) } };
};

/** Notebook 15, research: pictures that halve the reader's score and can still be read. */
export const defence: Exercise<Defence, Promise<string>> = {
  name: NAME,
  judge,
  wrong: [
    {
      get mine() {
        return { draw: plain, typed: () => readAll(plain) };
      },
      says: 'make that at most half',
    },
    { mine: { draw: noise, typed: () => plainTexts.map(() => '') }, says: 'what stops you stops visitors' },
    { mine: { draw: plain, typed: () => ['22222'] }, says: 'typed must hold what you read' },
    {
      get mine() {
        const same: Defence['draw'] = (seed) => hardenedCaptcha({ seed, text: '2n4pw', knobs: ['overlap'] });
        return { draw: same, typed: () => readAll(same) };
      },
      says: 'texts must differ',
    },
  ],
};
