import { ROTATIONS, SHIFTS, VARIANTS } from '../../augment';
import { functionExercise } from '../functionExercise';

/** A crop's number and how it is turned and moved. */
export interface CropVariant {
  crop: number;
  degrees: number;
  dx: number;
  dy: number;
}

function at(example: number, [a, b, c]: readonly ('degrees' | 'dx' | 'dy')[]): CropVariant {
  const variant = example % 27;
  const digits = { [a]: Math.floor(variant / 9), [b]: Math.floor(variant / 3) % 3, [c]: variant % 3 };
  return {
    crop: Math.floor(example / 27),
    degrees: ROTATIONS[digits.degrees],
    dx: SHIFTS[digits.dx],
    dy: SHIFTS[digits.dy],
  };
}

/** Notebook 8: what example e of the stream is. */
export const variantAt = functionExercise<[number], CropVariant>({
  name: 'Which variant?',
  reference: (example) => ({ crop: Math.floor(example / 27), ...VARIANTS[example % 27] }),
  cases: [[0], [13], [1], [27 * 5 + 20], [87_047]],
  random: (random) => [random.integer(87_048)],
  suspects: [
    {
      mine: (example) => at(example, ['dy', 'dx', 'degrees']),
      says: 'The order is reversed: the angle changes slowest, the shift up and down (dy) fastest.',
    },
    {
      mine: (example) => at(example, ['degrees', 'dy', 'dx']),
      says: 'dx and dy are exchanged: dy changes with every example, dx with every third.',
    },
    {
      mine: (example) => ({ crop: example % 3224, ...VARIANTS[Math.floor(example / 3224)] }),
      says: 'All variants of one crop stand together: the crop is example / 27, rounded down.',
    },
  ],
});
