import { numbersExercise } from '../numbersExercise';

/** Notebook 10: how many pixels across one place of each convolution of Table II sees. */
export const receptiveField = numbersExercise({
  name: 'How far a place sees',
  expected: {
    convolution_1: { value: 3, hint: 'A kernel of 3 x 3 on the picture itself.' },
    convolution_2: {
      value: 5,
      mistakes: [
        { value: 9, says: 'Kernels on kernels do not multiply: the second adds one pixel on each side.' },
        {
          value: 6,
          says: 'Neighbouring places share most of what they see: the second kernel adds one pixel on each side.',
        },
      ],
      hint: 'Three neighbouring places, each of which sees 3 pixels, one pixel apart.',
    },
    pooling_1: { value: 6, hint: 'Two neighbouring places, one pixel apart, each of which sees 5.' },
    convolution_3: {
      value: 10,
      mistakes: [
        {
          value: 8,
          says: 'After the pooling neighbours are two pixels apart, so the kernel adds two on each side.',
        },
      ],
      hint: 'Three neighbouring places, now two pixels apart, each of which sees 6.',
    },
    convolution_4: {
      value: 14,
      mistakes: [{ value: 10, says: 'Neighbours are two pixels apart: the kernel adds two on each side.' }],
      hint: 'As before: two more on each side.',
    },
  },
  remark: 'A crop is 21 pixels wide: no filter of a convolution sees all of it.',
});
