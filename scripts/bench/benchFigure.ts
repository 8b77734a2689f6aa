import { speedRatios, type Figure } from 'captcha-lab/plots';
import type { BenchFile } from './benchFile';
import { caseLabel } from './describeCase';
import { summarizeCase } from './summarizeCase';

/** The ratio of every case that has a peer. Throws Error when there is none. */
export function benchFigure({ rows, machine }: BenchFile): Figure {
  const ratios = rows.flatMap(({ name, cases }) =>
    cases.flatMap((measured) => {
      const { ratio } = summarizeCase(measured);
      if (!ratio) return [];
      const { value, low, high } = ratio;
      return [{ label: caseLabel(name, measured.name), value, low, high, target: measured.target?.ratio }];
    }),
  );
  if (ratios.length === 0) throw new Error('--figure draws ratios to peers, and no peer was measured.');
  return speedRatios(ratios, {
    name: 'bench',
    title: 'Speed beside OpenCV and Keras',
    subtitle: `medians on the clock, whiskers from the slowest to the fastest round; ${machine.processor}, ${machine.cores} cores`,
  });
}
