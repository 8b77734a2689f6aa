import { selectExamples, type CharacterSet } from '../../data';
import { generateCaptcha } from '../../generator';
import { buildModel } from '../../model';
import { extractCharacters, TABLE_II } from '../../report';
import { train } from '../../training';
import type { Exercise } from '../exercise';
import { ExerciseError } from '../exerciseError';
import { showValue } from '../showValue';

/** A seed from 1 to 12 with which Adam lives on raw pixels, and one with which it dies. */
type Seeds = () => { lives: number; dies: number };

const NAME = 'Adam lives, Adam dies';
const PICTURES = 80;
let drawn: CharacterSet | undefined;

function characters(): CharacterSet {
  drawn ??= extractCharacters(
    Array.from({ length: PICTURES }, (_, i) => {
      const { text, image } = generateCaptcha({ seed: i + 1 });
      return { file: `${text}.png`, label: text, image };
    }),
  );
  return drawn;
}

/** Two epochs of Table II at a sixteenth of its widths, by Adam on pixels from 0 to 255; the last loss and how many
 *  different answers the network gives to 100 characters it has not seen. */
async function outcome(seed: number): Promise<{ loss: number; answers: number }> {
  const some = (from: number, to: number): Int32Array =>
    Int32Array.from({ length: to - from }, (_, i) => from + i);
  const model = buildModel(TABLE_II, { width: 1 / 16, seed });
  try {
    const { last, validation } = await train(model, {
      train: selectExamples(characters(), some(0, 300)),
      validation: selectExamples(characters(), some(300, 5 * PICTURES)),
      optimizer: { kind: 'adam', learningRate: 1e-3 },
      ...{ epochs: 2, batchSize: 10, inputScale: 1, seed },
    });
    return { loss: last?.loss ?? NaN, answers: new Set(validation.classes).size };
  } finally {
    model.dispose();
  }
}

async function judge(mine: Seeds): Promise<string> {
  const fail = (sentence: string): never => {
    throw new ExerciseError(`✗ ${NAME}: ${sentence}`);
  };
  if (typeof mine !== 'function')
    return fail('this check takes the function itself, without brackets after it.');
  const seeds = mine() as Partial<ReturnType<Seeds>> | undefined;
  for (const name of ['lives', 'dies'] as const) {
    const seed = seeds?.[name];
    if (typeof seed !== 'number' || !Number.isInteger(seed) || seed < 1 || seed > 12) {
      return fail(`${name} must be a seed from 1 to 12, got ${showValue(seed)}.`);
    }
    const { loss, answers } = await outcome(seed);
    const found = `with seed ${seed} the loss after two epochs is ${loss.toFixed(2)}, and 100 characters get ${answers} different ${answers === 1 ? 'answer' : 'answers'}`;
    if (name === 'lives' && loss > 4)
      return fail(`lives: ${found}: this one is dead. A loss near 16 is that of clipped, certain errors.`);
    if (name === 'dies' && (loss < 10 || answers > 1)) {
      return fail(
        `dies: ${found}: this one learns. You need not train all: how many examples are mute before the first step (withoutGradient)?`,
      );
    }
  }
  return `✓ ${NAME}: same network, data and recipe, another seed. One run shows that something can happen, not how often.`;
}

/** Notebook 4, research: the start decides whether Adam lives on raw pixels. */
export const adamSeeds: Exercise<Seeds, Promise<string>> = {
  name: NAME,
  judge,
  wrong: [
    { mine: () => ({ lives: 9, dies: 1 }), says: 'this one is dead' },
    { mine: () => ({ lives: 1, dies: 2 }), says: 'this one learns' },
    { mine: () => ({ lives: 13, dies: 9 }), says: 'must be a seed from 1 to 12' },
  ],
};
