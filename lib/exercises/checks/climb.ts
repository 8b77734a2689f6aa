import { functionExercise } from '../functionExercise';

const TINY = 1e-20;
const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Notebook 11: a step of gradient ascent of one size. */
export const climb = functionExercise<[number[], number[], number], number[]>({
  name: 'A step uphill',
  inputs: ['pixels', 'gradient', 'size'],
  reference: (pixels, gradient, size) =>
    pixels.map((pixel, i) => pixel + (size * gradient[i]) / (rms(gradient) + TINY)),
  cases: [
    [[1, 1], [1, 1], 1],
    [[1, 1, 1], [2, -1, 0], 1],
    [[10, 20], [300, 400], 2],
    [[3, 4], [0, 0], 1],
  ],
  random: (random) => {
    const draw = (): number[] => Array.from({ length: 4 }, () => random.integer(41) - 20);
    return [draw(), draw(), 1 + random.integer(3)];
  },
  tolerance: 1e-9,
  suspects: [
    {
      mine: (pixels, gradient, size) =>
        pixels.map((pixel, i) => pixel - (size * gradient[i]) / (rms(gradient) + TINY)),
      says: 'It goes downhill: here the answer is to grow, so add the gradient.',
    },
    {
      mine: (pixels, gradient, size) => pixels.map((pixel, i) => pixel + size * gradient[i]),
      says: 'The step is as long as the gradient; divide it by its root mean square first, so that each step has one size.',
    },
    {
      mine: (pixels, gradient, size) =>
        pixels.map((pixel, i) => pixel + (size * gradient[i]) / rms(gradient)),
      says: 'A gradient of zeros divided by its size 0 is no number: add 1e-20 to the size.',
    },
    {
      mine: (pixels, gradient, size) =>
        pixels.map(
          (pixel, i) => pixel + (size * gradient[i]) / (Math.sqrt(gradient.length) * rms(gradient) + TINY),
        ),
      says: 'You divide by the length of the gradient, the root of the sum of squares; take the root of their mean.',
    },
  ],
});
