import { CAPTCHA_LENGTH } from 'captcha-lab/report';
import type { BenchCase, BenchRow } from './benchRow';
import { ours, peer } from './contestants';

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
