import { numbersExercise } from '../numbersExercise';

/** Notebook 4a: the parameters of Table II at a quarter of its widths, counted by hand. */
export const parameters = numbersExercise({
  name: 'Parameters counted',
  expected: {
    convolution_1: {
      value: 640,
      mistakes: [{ value: 576, says: 'These are the weights; each of the 64 filters has a bias, too.' }],
      hint: 'A filter has 3 · 3 weights for the one grey channel, and a bias; there are 64.',
    },
    convolution_2: {
      value: 36_928,
      mistakes: [
        { value: 36_864, says: 'These are the weights; each of the 64 filters has a bias, too.' },
        {
          value: 640,
          says: 'Each filter looks at all 64 maps of the layer before, with 3 · 3 weights for each.',
        },
        { value: 36_865, says: 'Not one bias for the layer: one for each filter.' },
      ],
      hint: '64 maps come in, 64 go out: 64 · 9 · 64 weights, and a bias for each filter.',
    },
    pooling_1: {
      value: 0,
      hint: 'What would a pooling have to learn? It takes the largest of four.',
    },
    fullyConnected_1: {
      value: 229_504,
      mistakes: [
        { value: 229_376, says: 'These are the weights; each of the 128 units has a bias, too.' },
        { value: 16_512, says: 'Every place of every map comes in: 7 · 2 · 128 numbers, not 128.' },
      ],
      hint: '7 · 2 · 128 numbers come in, 128 units are behind, each with a bias.',
    },
    output: {
      value: 2451,
      mistakes: [{ value: 2432, says: 'These are the weights; each of the 19 classes has a bias, too.' }],
      hint: '128 numbers come in, 19 scores go out, each with a bias.',
    },
  },
  remark: 'Notebook 4 prints the same table.',
});
