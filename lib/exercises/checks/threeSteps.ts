import { numbersExercise } from '../numbersExercise';

/** Notebook 4a: three steps of descent with a pencil. */
export const threeSteps = numbersExercise({
  name: 'Three steps by hand',
  expected: {
    first: {
      value: 5,
      mistakes: [
        { value: -5, says: 'It went uphill: subtract the gradient.' },
        { value: 2.5, says: 'The square has a slope of 2 times the error: the factor 2 is missing.' },
      ],
      hint: 'The error is -10, so the gradient is 2 · (-10) · (1, 2) = (-20, -40); 0.05 of it is subtracted from (0, 0).',
    },
    second: {
      value: 7.5,
      mistakes: [
        { value: 10, says: 'The gradient is smaller now: the error has halved, so the step halves.' },
      ],
      hint: 'Take the new error, 5 - 10, for the new gradient.',
    },
    third: { value: 8.75, hint: 'Each step halves the error that is left.' },
    limit: {
      value: 0.2,
      mistakes: [
        {
          value: 0.1,
          says: 'At 0.1 the error is gone after a single step. How much larger may the rate be before the error grows?',
        },
      ],
      hint: 'A step multiplies the error by 1 - 2 · rate · (1² + 2²). From which rate on is that -1 or less?',
    },
  },
});
