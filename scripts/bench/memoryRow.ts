import { CAPTCHA_LENGTH } from 'captcha-lab/report';
import { type BenchCase, type BenchRow, type Contestant, ours } from './benchRow';

/** Table IV in the profile `quick` must peak under 1.5 GB. */
const LIMIT_MIB = 1.5e9 / 2 ** 20;

/** The largest memory of each stage, in a process of its own. */
export function memoryRow(folder: string): BenchRow {
  return {
    name: 'memory',
    cases: [
      stage('preprocessing', 'a folder of CAPTCHAs into crops', 'program', ours('preprocessing.cjs', folder)),
      stage('augmentation', '3224 crops into 87,048', 'program', ours('augmentation.cjs', 3224)),
      {
        ...stage(
          'training',
          'an epoch of Table IV in the profile quick',
          'program',
          ours('trainingQuick.ts', folder),
        ),
        target: { peakMiB: LIMIT_MIB },
      },
      stage(
        'prediction',
        'a CAPTCHA, Table IV at full width',
        'rounds',
        ours('prediction.ts', 1, CAPTCHA_LENGTH, 1),
      ),
      stage('gradient-ascent', '64 filters, full width', 'rounds', ours('gradientAscent.ts', 1, 64, 1)),
      stage('grad-cam', '19 pictures, full width', 'rounds', ours('gradCam.ts', 1, 19, 1)),
      stage('generation', '1,000 CAPTCHAs', 'rounds', ours('generation.ts', 1000)),
    ],
  };
}

/** It hardly varies, so once is enough. */
function stage(name: string, title: string, way: BenchCase['way'], program: Contestant): BenchCase {
  return { name, title, way, measure: 'peakMiB', repeats: 1, contestants: [program] };
}
