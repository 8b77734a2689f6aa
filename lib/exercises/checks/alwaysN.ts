import { numbersExercise } from '../numbersExercise';

/** Notebook 1: what a program gets that answers `n` to everything. */
export const alwaysN = numbersExercise({
  name: 'Always n',
  expected: {
    characters: {
      value: 100,
      mistakes: [
        { value: 50, says: 'You counted one n among twenty letters; the alphabet has two.' },
        {
          value: 53,
          says: 'That is 1000/19: it takes all 19 characters for equally likely, but n was drawn from two of twenty letters.',
        },
      ],
      hint: 'Two of the twenty letters are n: which share of 1,000 draws is that?',
    },
    captchas: {
      value: 10,
      mistakes: [
        { value: 100_000, says: 'That is one character right; a CAPTCHA opens only if all five are n.' },
        {
          value: 500_000,
          says: 'Five chances do not add up: all five have to be n at once, so the probabilities are multiplied.',
        },
      ],
      hint: 'Each of five characters is n with probability 0.1, independently: multiply.',
    },
  },
  remark: 'Remember the tenth: notebook 4 catches a network at exactly that.',
});
