import type { Captcha, DatasetProblem } from '../data';

/** A length that fewer texts than this share have is a slip of a name, not a kind of text. */
const RARE_LENGTH = 0.01;

/** A character that is as much rarer than the average one is a slip too. */
const RARE_CHARACTER = 0.02;

/** Pictures whose texts are unlike all others, such as a stray screenshot's name: of a length that less than a hundredth of the texts
 *  have, or with a character that is fifty times as rare as the average one. Returns the others, and what is wrong with these. */
export function oddTexts(pictures: readonly Captcha[]): {
  readonly pictures: readonly Captcha[];
  readonly problems: readonly DatasetProblem[];
} {
  const problems: DatasetProblem[] = [];
  const lengths = countsOf(pictures.map(({ label }) => label.length));
  const usual = pictures.filter(({ file, label }) => {
    const count = lengths.get(label.length)!;
    if (count >= RARE_LENGTH * pictures.length) return true;
    const common = [...lengths].filter(([, many]) => many >= RARE_LENGTH * pictures.length);
    problems.push({
      file,
      rule: `texts have ${common
        .map(([length]) => length)
        .sort((a, b) => a - b)
        .join(', ')} characters as a rule`,
      received: `${JSON.stringify(label)} of ${label.length}, as ${count} of ${pictures.length} have`,
      remedy: REMEDY,
    });
    return false;
  });
  const characters = countsOf(usual.flatMap(({ label }) => Array.from(label)));
  const average = [...characters.values()].reduce((sum, count) => sum + count, 0) / characters.size;
  return {
    pictures: usual.filter(({ file, label }) => {
      const stranger = Array.from(label).find(
        (character) => characters.get(character)! < RARE_CHARACTER * average,
      );
      if (stranger === undefined) return true;
      problems.push({
        file,
        rule: `a character of the alphabet occurs some ${Math.round(average)} times`,
        received: `${JSON.stringify(label)}, whose ${JSON.stringify(stranger)} occurs ${characters.get(stranger)!} times`,
        remedy: REMEDY,
      });
      return false;
    }),
    problems,
  };
}

const REMEDY = 'Name it after its text, or remove it.';

function countsOf<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
