import { CAPTCHA_LENGTH } from 'captcha-lab/report';
// Not by the room's index, which loads TensorFlow: the harness must be light.
import { describeNetwork } from '../../lib/model/describeNetwork';
import { TABLE_IV } from '../../lib/report/networks';
import { type BenchCase, type BenchRow, ours, peer } from './benchRow';

const WIDTHS = [
  { name: '1/4', width: 1 / 4, captchas: 100, pictures: 1000 },
  { name: '1', width: 1, captchas: 20, pictures: 200 },
];

/** Answers of Table IV: a CAPTCHA at a time, and many crops at once. */
export const PREDICTION_ROW: BenchRow = {
  name: 'prediction',
  cases: WIDTHS.flatMap(({ name, width, captchas, pictures }): BenchCase[] => [
    {
      name: `${name}-latency`,
      title: `Table IV at width ${name}, one CAPTCHA of five crops at a time, ${captchas} times`,
      way: 'rounds',
      measure: 'medianMs',
      against: 'Keras predict',
      target: { ratio: 2 },
      contestants: contestants(width, CAPTCHA_LENGTH, captchas),
    },
    {
      name: `${name}-bulk`,
      title: `Table IV at width ${name}, ${pictures} crops in batches of 256`,
      way: 'rounds',
      measure: 'wall',
      target: { ratio: 1 },
      contestants: contestants(width, pictures, 1),
    },
  ]),
};

function contestants(...work: [width: number, pictures: number, calls: number]): BenchCase['contestants'] {
  return [
    ours('prediction.ts', ...work),
    peer('Keras predict', 'prediction.py', ...work, 'predict'),
    peer('Keras, a compiled call', 'prediction.py', ...work, 'compiled'),
  ];
}

/** Each width with its examples a round (a second or two) by which the steps are chosen. */
const TRAINING_WIDTHS = [
  { name: '1/8', width: 1 / 8, examples: 800 },
  { name: '1/4', width: 1 / 4, examples: 400 },
  { name: '1/2', width: 1 / 2, examples: 120 },
  { name: '1', width: 1, examples: 40 },
];
const BATCHES = [10, 32, 128];

/** Training Table IV: every width with every batch. */
export const TRAINING_ROW: BenchRow = {
  name: 'training',
  cases: TRAINING_WIDTHS.flatMap(({ name, width, examples }) =>
    BATCHES.map((batch) => {
      const steps = Math.max(2, Math.round(examples / batch));
      const full = width === 1;
      const { multiplyAdds } = describeNetwork(TABLE_IV, { width });
      return {
        name: `${name}x${batch}`,
        title: `Table IV at width ${name}, batches of ${batch}, ${steps} steps of plain descent`,
        way: 'rounds' as const,
        measure: 'wall' as const,
        target: full ? { ratio: 1.5, peakShare: 0.6 } : { ratio: 1 },
        // Forward once, backward twice, each a multiplication and an addition.
        flopsPerExample: 6 * multiplyAdds,
        contestants: [
          ours('training.ts', width, batch, steps),
          peer('Keras fit', 'training.py', width, batch, steps, 'auto'),
          peer('Keras fit, XLA', 'training.py', width, batch, steps, 'xla'),
          ...(full
            ? [{ ...ours('matrixPeak.ts'), name: 'matrix multiplication', role: 'peak' as const }]
            : []),
        ],
      };
    }),
  ),
};
