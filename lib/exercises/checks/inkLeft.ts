import { numbersExercise } from '../numbersExercise';

/** Notebook 2: what is left of a block of 5 rows x 7 columns of ink. */
export const inkLeft = numbersExercise({
  name: 'Ink left',
  expected: {
    dilated: {
      value: 15,
      mistakes: [
        {
          value: 63,
          says: 'Ink shrinks: ink is dark here, and dilation takes the largest value, which is white.',
        },
        { value: 24, says: 'One pixel goes on each side: left and right, above and below.' },
      ],
      hint: 'A 3 x 3 kernel takes one pixel from each of the four sides: 3 x 5 are left.',
    },
    eroded: {
      value: 35,
      mistakes: [{ value: 15, says: 'Erosion lets ink grow again by one pixel on each side.' }],
      hint: 'What was not gone altogether gets its sides back.',
    },
    clean: {
      value: 21,
      mistakes: [
        {
          value: 25,
          says: 'A kernel of 3 rows and 1 column takes a row above and a row below, not columns at the sides.',
        },
        { value: 15, says: 'The last kernel has one column: the width stays 7.' },
      ],
      hint: 'The last dilation looks one up and one down: two of five rows go.',
    },
    line: {
      value: 0,
      mistakes: [
        {
          value: 7,
          says: 'A line of one pixel is gone after the first dilation, and there is nothing left that could grow again.',
        },
      ],
      hint: 'Each of its pixels has white in its 3 x 3 window.',
    },
  },
});
