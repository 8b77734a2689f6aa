import { type BenchCase, type BenchRow, ours, peer } from './benchRow';
import { memoryRow } from './memoryRow';
import { PREDICTION_ROW, TRAINING_ROW } from './networkRows';

/** The report's training set with 27 variants of each character. */
export const CROPS = 3224;
const ASCENT = [1, 64, 2] as const;
const CAM = [1, 19, 4] as const;

/** All comparisons, as data. folder: the CAPTCHAs, and what to call them. */
export function benchRows({ folder, name }: { folder: string; name: string }): BenchRow[] {
  return [
    row('preprocessing', {
      title: `${name}, decoded, cleaned and cut into crops, a process each`,
      way: 'process',
      target: { ratio: 1 },
      contestants: [ours('preprocessing.cjs', folder), peer('OpenCV', 'preprocessing.py', folder)],
    }),
    row('augmentation', {
      title: `${CROPS} crops into 27 variants each, a process each`,
      way: 'process',
      target: { ratio: 1 },
      contestants: [
        ours('augmentation.cjs', CROPS),
        peer('OpenCV, as the report', 'augmentation.py', CROPS, 'report'),
        peer('OpenCV, as fast as can be', 'augmentation.py', CROPS, 'clever'),
      ],
    }),
    TRAINING_ROW,
    PREDICTION_ROW,
    row('gradient-ascent', {
      title: '64 filters of the last convolution of Table IV, full width, 2 steps',
      way: 'rounds',
      contestants: [
        ours('gradientAscent.ts', ...ASCENT),
        peer('Keras, all filters in one compiled batch', 'gradient_ascent.py', ...ASCENT, 'batched'),
        peer('Keras, the same by XLA', 'gradient_ascent.py', ...ASCENT, 'batched-xla'),
        peer('Keras, a filter at a time', 'gradient_ascent.py', ...ASCENT, 'one'),
      ],
    }),
    row('grad-cam', {
      title: '19 pictures at the last convolution of Table IV, full width, 4 times',
      way: 'rounds',
      contestants: [
        ours('gradCam.ts', ...CAM),
        peer('Keras, a compiled batch', 'grad_cam.py', ...CAM, 'graph'),
        peer('Keras, the same by XLA', 'grad_cam.py', ...CAM, 'xla'),
      ],
    }),
    row('generation', {
      title: '1,000 CAPTCHAs drawn',
      way: 'rounds',
      contestants: [ours('generation.ts', 1000)],
    }),
    row('setup', {
      title: 'everything installed in a fresh clone, all caches empty, downloads included',
      way: 'program',
      repeats: 1,
      contestants: [ours('setup.mjs')],
    }),
    row('start', {
      title: 'npm start on generated data, everything installed',
      way: 'program',
      repeats: 1,
      contestants: [ours('start.mjs')],
    }),
    memoryRow(folder),
  ];
}

/** A row of one case. */
function row(name: string, only: Omit<BenchCase, 'name' | 'measure'>): BenchRow {
  return { name, cases: [{ name: 'all', measure: 'wall', ...only }] };
}
