import { splitByCharacter } from '../../../../lib/data/splitByCharacter';
import { GENERATED_COUNT, GENERATED_SEED } from '../../../../lib/generator/ensureGeneratedSet';
import { setTexts } from '../../../../lib/generator/setTexts';
import { ALPHABET, CAPTCHA_LENGTH, CLASSES, classOf } from '../../../../lib/report/alphabet';
import { EXAMPLES_OF_CLASS, type DrawnCharacter, type DrawnCharacters } from './networkData';

/** Characters of the generated set by the part that `splitByCharacter` puts them in, the first ten of each class and part.
 *  splitSeed: the one that the network's data was split with. */
export function drawnCharacters(splitSeed: number): DrawnCharacters {
  // By file name, as the set is read.
  const captchas = [...setTexts({ count: GENERATED_COUNT, seed: GENERATED_SEED })].sort((one, other) =>
    one.text < other.text ? -1 : 1,
  );
  const labels = Uint8Array.from(captchas.flatMap(({ text }) => Array.from(text, (one) => classOf(one))));
  const { train, test } = splitByCharacter({ labels }, { seed: splitSeed });
  const firstOfEach = (part: Int32Array): DrawnCharacter[] =>
    Array.from({ length: CLASSES }, (_, label) => {
      const examples = [...part].filter((index) => labels[index] === label).slice(0, EXAMPLES_OF_CLASS);
      if (examples.length === EXAMPLES_OF_CLASS) return examples;
      throw new RangeError(
        `drawnCharacters: the set must have ${EXAMPLES_OF_CLASS} of ${ALPHABET[label]} in each part, got ${examples.length}.`,
      );
    })
      .flat()
      .map((index) => ({
        ...captchas[Math.floor(index / CAPTCHA_LENGTH)],
        place: index % CAPTCHA_LENGTH,
      }));
  return { train: firstOfEach(train), test: firstOfEach(test) };
}
