import { greyImage, rgbaImage } from 'captcha-lab/image';
import type { CalibrationBin } from 'captcha-lab/metrics';
import * as plots from 'captcha-lab/plots';
import type { Figure } from 'captcha-lab/plots';

const subtitle = 'profile quick, 2 made-up CAPTCHAs';

const BINS: readonly CalibrationBin[] = [
  { low: 0, high: 0.25, n: 0, correct: 0, confidence: null, accuracy: null },
  { low: 0.25, high: 0.5, n: 8, correct: 2, confidence: 0.45, accuracy: 0.25 },
  { low: 0.5, high: 0.75, n: 20, correct: 12, confidence: 0.7, accuracy: 0.6 },
  { low: 0.75, high: 1, n: 100, correct: 95, confidence: 0.97, accuracy: 0.95 },
];

/** Six grey tiles of stripes and one of colours. */
const GREY_TILES = [2, 3, 4, 5, 6, 7].map((wide) => {
  const data = Uint8Array.from(
    { length: 96 },
    (_, pixel) => (Math.floor(pixel / wide) % 2) * 155 + 10 * wide,
  );
  return greyImage(8, 12, data);
});
const TILES = [
  ...GREY_TILES,
  rgbaImage(
    8,
    12,
    Uint8Array.from({ length: 384 }, (_, byte) => [byte % 256, 120, 255 - (byte % 256), 255][byte % 4]),
  ),
];

/** Every figure function of the kit once, on little input, by the function's name. */
export const EXAMPLES: Readonly<Record<string, () => Figure>> = {
  accuracyAgainstCost: () =>
    plots.accuracyAgainstCost(
      [
        { label: 'II', parameters: 8e6, multiplyAdds: 7e8, value: 0.88, source: 'report' },
        { label: 'II', parameters: 5e5, multiplyAdds: 5e7, value: 0.84, interval: { low: 0.82, high: 0.86 } },
      ],
      { subtitle },
    ),
  accuracyAgainstSize: () =>
    plots.accuracyAgainstSize(
      [
        {
          name: 'from scratch',
          points: [
            { size: 0, value: 0.05 },
            { size: 100, value: 0.5 },
          ],
        },
        { name: 'report', source: 'report', points: [{ size: 3224, value: 0.92 }] },
      ],
      { subtitle },
    ),
  accuracyBars: () =>
    plots.accuracyBars(
      [
        { label: 'measured', value: 0.75, correct: 3, n: 4, interval: { low: 0.5, high: 0.9 } },
        { label: 'report', value: 0.7304, source: 'report' },
      ],
      { subtitle },
    ),
  characterFrequencies: () =>
    plots.characterFrequencies(
      [
        { character: '2', count: 3 },
        { character: 'n', count: 5 },
      ],
      { reported: [{ character: 'n', count: 6 }], subtitle },
    ),
  columnHeatMap: () =>
    plots.columnHeatMap(
      { steps: 4, classes: 3, values: [0.1, 0.1, 0.8, 0.7, 0.2, 0.1, 0, 0, 1, 0.05, 0.9, 0.05] },
      { labels: ['m', 'n', 'none'], picture: GREY_TILES[0], height: 360, subtitle },
    ),
  confusionFigure: () =>
    plots.confusionFigure(
      [
        [7, 1, 0],
        [2, 5, 0],
        [0, 0, 0],
      ],
      { labels: '2mn', height: 360, subtitle },
    ),
  curvesFigure: () =>
    plots.curvesFigure(
      [
        { title: 'Figure 5', caption: '1 seed', runs: [{ name: 'seed 1', validation: [0.1, 0.4] }] },
        { title: 'Figure 8', caption: 'not run', runs: [], reportedBest: 0.92 },
      ],
      { subtitle },
    ),
  histogramWithThreshold: () =>
    plots.histogramWithThreshold([4, 1, 0, 7], {
      threshold: 1,
      criterion: { name: 'between-class variance', values: [0, 1, 2, 0] },
      subtitle,
    }),
  imageGridFigure: () =>
    plots.imageGridFigure(TILES, {
      columns: 4,
      captions: ['a', 'b', 'c', 'd', 'e', 'f', 'g 0.97'],
      rowLabels: ['first', 'second'],
      palette: 'black 0, white 255',
      title: 'Stripes',
      subtitle,
    }),
  lineFigure: () =>
    plots.lineFigure(
      [
        { name: 'ours', y: [1, null, 3] },
        { name: 'report', y: [1, 2, 2], source: 'report' },
      ],
      { xTitle: 'epoch', yTitle: 'loss (nats)', marks: [{ x: 1, label: 'best' }], subtitle },
    ),
  perPositionAccuracy: () =>
    plots.perPositionAccuracy(
      [
        { correct: 3, n: 4 },
        { correct: 4, n: 4 },
      ],
      { subtitle },
    ),
  reliabilityDiagram: () => plots.reliabilityDiagram(BINS, { height: 440, subtitle }),
  speedRatios: () =>
    plots.speedRatios(
      [
        { label: 'preprocessing', value: 1.2, low: 1.1, high: 1.4, target: 1 },
        { label: 'training 1x128', value: 0.8, low: 0.5, high: 1.1, target: 1.5 },
        { label: 'grad-cam', value: 9, low: 8.5, high: 9.1 },
      ],
      { subtitle },
    ),
  trainingCurves: () =>
    plots.trainingCurves(
      {
        accuracy: [0.5, 0.75],
        loss: [1.5, 0.8],
        validationAccuracy: [0.4, 0.6],
        validationLoss: [2, NaN],
      },
      { reported: { accuracy: [0.1, 0.2] }, subtitle },
    ),
};
