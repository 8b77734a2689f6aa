// Not by the room's index, which loads TensorFlow: the harness must be light.
import { describeNetwork } from '../../lib/model/describeNetwork';
import { TABLE_IV } from '../../lib/report/networks';
import type { BenchRow } from './benchRow';
import { ours, peer } from './contestants';

/** Each width with its examples a round (a second or two) by which the steps are chosen. */
const WIDTHS = [
  { name: '1/8', width: 1 / 8, examples: 800 },
  { name: '1/4', width: 1 / 4, examples: 400 },
  { name: '1/2', width: 1 / 2, examples: 120 },
  { name: '1', width: 1, examples: 40 },
];
const BATCHES = [10, 32, 128];

/** Training Table IV: every width with every batch. */
export const TRAINING_ROW: BenchRow = {
  name: 'training',
  cases: WIDTHS.flatMap(({ name, width, examples }) =>
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
