import { createRandom } from '../../random';
import type { Exercise } from '../exercise';
import { ExerciseError } from '../exerciseError';
import { showValue } from '../showValue';

/** Indices of examples on both sides of a division. */
export interface Division {
  train: number[];
  test: number[];
}
type Divide = (captchaOf: readonly number[], share: number, seed: number) => Division;

const NAME = 'A split by CAPTCHA';

/** Five characters each of `captchas` pictures, in an order that is not that of the pictures. */
function charactersOf(captchas: number): number[] {
  const all = Array.from({ length: 5 * captchas }, (_, example) => Math.floor(example / 5));
  return createRandom(captchas).shuffle(all);
}

function judge(mine: Divide): string {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof mine !== 'function')
    return fail('this check takes the function itself, without brackets after it.');
  const call = (captchaOf: readonly number[], share: number, seed: number): Division => {
    try {
      const parts = mine([...captchaOf], share, seed) as Division | undefined;
      if (Array.isArray(parts?.train) && Array.isArray(parts.test)) return parts;
      return fail(`return { train, test }, two lists of indices, got ${showValue(parts)}.`);
    } catch (error) {
      if (error instanceof ExerciseError) throw error;
      return fail(`your function throws: ${String(error)}`);
    }
  };
  for (const [captchas, share] of [
    [10, 0.2],
    [20, 0.5],
    [107, 0.2],
  ] as const) {
    const captchaOf = charactersOf(captchas);
    const { train, test } = call(captchaOf, share, 1);
    const place = `of ${captchaOf.length} characters in ${captchas} CAPTCHAs, test share ${share}`;
    const seen = new Map<number, number>();
    for (const example of [...train, ...test]) seen.set(example, (seen.get(example) ?? 0) + 1);
    const lost = captchaOf.findIndex((_, example) => !seen.has(example));
    if (lost >= 0) return fail(`${place}, example ${lost} is in neither part.`);
    const twice = [...seen].find(([example, times]) => times > 1 || !(example in captchaOf));
    if (twice)
      return fail(`${place}, ${showValue(twice[0])} is in a part twice, in both, or no example at all.`);
    const inTrain = new Set(train.map((example) => captchaOf[example]));
    const torn = test.find((example) => inTrain.has(captchaOf[example]));
    if (torn !== undefined) {
      return fail(
        `${place}, CAPTCHA ${captchaOf[torn]} has characters on both sides. Divide the CAPTCHAs first, and let the characters follow.`,
      );
    }
    const tested = new Set(test.map((example) => captchaOf[example])).size;
    if (tested !== Math.round(share * captchas)) {
      return fail(
        `${place}, ${tested} CAPTCHAs are in the test part, expected ${Math.round(share * captchas)}.`,
      );
    }
    const key = (parts: Division): string => [...parts.test].sort((a, b) => a - b).join();
    if (key(call(captchaOf, share, 1)) !== key({ train, test })) {
      return fail(
        'the same seed gives another division each time. Take chance from createRandom(seed), never from Math.random.',
      );
    }
    if ([2, 3, 4].every((seed) => key(call(captchaOf, share, seed)) === key({ train, test }))) {
      return fail(
        'every seed gives the same division: shuffle the CAPTCHAs with createRandom(seed) before you cut.',
      );
    }
  }
  return `✓ ${NAME}: no CAPTCHA has characters on both sides, and the seed decides which go where.`;
}

const cut = (order: readonly number[], captchaOf: readonly number[], share: number): Division => {
  const test = new Set(order.slice(0, Math.round(share * order.length)));
  const examples = [...captchaOf.keys()];
  return {
    train: examples.filter((example) => !test.has(captchaOf[example])),
    test: examples.filter((example) => test.has(captchaOf[example])),
  };
};
const captchasIn = (captchaOf: readonly number[]): number[] => [...new Set(captchaOf)].sort((a, b) => a - b);
let calls = 0;

/** Notebook 5: a division in which no CAPTCHA is on both sides. */
export const splitCaptchas: Exercise<Divide> = {
  name: NAME,
  judge,
  wrong: [
    {
      mine: (captchaOf, share, seed) => {
        const order = createRandom(seed).shuffle([...captchaOf.keys()]);
        const size = Math.round(share * order.length);
        return { test: order.slice(0, size), train: order.slice(size) };
      },
      says: 'has characters on both sides',
    },
    {
      mine: (captchaOf, share) => cut(captchasIn(captchaOf), captchaOf, share),
      says: 'every seed gives the same division',
    },
    {
      // What Math.random does, in a way that this test can rely on.
      mine: (captchaOf, share) => cut(createRandom(++calls).shuffle(captchasIn(captchaOf)), captchaOf, share),
      says: 'the same seed gives another division each time',
    },
    {
      mine: (captchaOf, share, seed) => {
        const { train, test } = cut(createRandom(seed).shuffle(captchasIn(captchaOf)), captchaOf, share);
        return { train: train.slice(1), test };
      },
      says: 'is in neither part',
    },
    {
      mine: (captchaOf, share, seed) =>
        cut(createRandom(seed).shuffle(captchasIn(captchaOf)), captchaOf, 1 - share),
      says: 'are in the test part, expected',
    },
  ],
};
