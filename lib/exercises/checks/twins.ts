import { functionExercise } from '../functionExercise';

/** Notebook 8: validation examples that have a twin in the training part. */
export const twins = functionExercise<[number[], number[], number[]], number>({
  name: 'Twins',
  inputs: ['cropOf', 'train', 'validation'],
  reference: (cropOf, train, validation) => {
    const known = new Set(train.map((example) => cropOf[example]));
    return validation.filter((example) => known.has(cropOf[example])).length;
  },
  cases: [
    [
      [0, 0, 1, 1],
      [0, 1],
      [2, 3],
    ],
    [
      [0, 0, 1, 1],
      [0, 2],
      [1, 3],
    ],
    [
      [0, 0, 0, 1, 1, 1],
      [0, 1, 2, 3],
      [4, 5],
    ],
    [
      [5, 6, 5, 7],
      [0, 1],
      [2, 3],
    ],
  ],
  random: (random) => {
    const crops = 2 + random.integer(5);
    const cropOf = Array.from({ length: 4 * crops }, () => random.integer(crops));
    const order = random.shuffle([...cropOf.keys()]);
    return [cropOf, order.slice(0, 2 * crops), order.slice(2 * crops, 3 * crops)];
  },
  suspects: [
    {
      mine: (_cropOf, train, validation) => validation.filter((example) => train.includes(example)).length,
      says: 'You look for the same example; a twin is another example of the same crop: compare cropOf[example].',
    },
    {
      mine: (cropOf, train, validation) => {
        const known = new Set(train.map((example) => cropOf[example]));
        return new Set(validation.map((example) => cropOf[example]).filter((crop) => known.has(crop))).size;
      },
      says: 'You count crops; count the validation examples, each of which makes the score too good.',
    },
    {
      mine: (cropOf, train, validation) => {
        const known = new Set(validation.map((example) => cropOf[example]));
        return train.filter((example) => known.has(cropOf[example])).length;
      },
      says: 'You count on the training side; it is the validation examples whose score is too good.',
    },
  ],
});
