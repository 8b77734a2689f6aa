import { describeValue } from '../image';
import type { Data, Dash, Datum } from 'plotly.js';
import type { Figure } from './figure';
import type { FigureOptions } from './theme';
import { axis, COLOURS, shareAxis, themedLayout } from './theme';
import { quantity } from '../metrics';

/** One number per epoch each, all of equal length; null where it was not measured. */
export interface TrainingHistory {
  readonly loss: readonly (number | null)[];
  readonly accuracy: readonly (number | null)[];
  readonly validationLoss?: readonly (number | null)[];
  readonly validationAccuracy?: readonly (number | null)[];
}

/** One epoch as `train` records it: its result's `history` is a list of them. */
export interface TrainedEpoch {
  readonly loss: number;
  readonly accuracy: number;
  readonly valLoss?: number;
  readonly valAccuracy?: number;
}

export interface TrainingCurvesOptions extends FigureOptions {
  /** The report's curves, drawn in grey. */
  reported?: Partial<TrainingHistory>;
  /** Last epoch on the axis, so that a live figure does not rescale and figures can be compared. */
  epochs?: number;
  /** Largest loss on the axis; as large as needed by default. */
  lossLimit?: number;
}

/** Accuracy above, loss below, against epochs: training dashed, validation solid, the report's in grey.
 *  trained: the curves, or what `train` returned as `history`.
 *  Throws TypeError for anything else, RangeError when the curves of one history differ in length. */
export function trainingCurves(
  trained: TrainingHistory | readonly TrainedEpoch[],
  options: TrainingCurvesOptions = {},
): Figure {
  const history = historyOf(trained);
  const { reported = {}, epochs, lossLimit, title = 'Training', height = 520 } = options;
  checkLengths(history);
  const last = history.validationAccuracy?.at(-1) ?? history.accuracy.at(-1);
  const shown = Math.max(epochs ?? history.accuracy.length, 1);
  // Few epochs would get ticks at halves.
  const epochRange = { range: [0.5, shown + 0.5], ...(shown <= 12 ? { dtick: 1 } : {}) };
  const lossRange = lossLimit === undefined ? { rangemode: 'tozero' as const } : { range: [0, lossLimit] };
  const theirs = { color: COLOURS.report };
  return {
    name: 'training-curves',
    description:
      `Accuracy and loss over ${quantity(history.accuracy.length, 'epoch')} of training` +
      (typeof last === 'number' ? `; last accuracy ${(100 * last).toFixed(2)} %.` : '.'),
    data: [
      ...curve('report, training', reported.accuracy, { ...theirs, dash: 'dash' }, 'accuracy'),
      ...curve('report, validation', reported.validationAccuracy, { ...theirs, dash: 'solid' }, 'accuracy'),
      ...curve('training', history.accuracy, { color: COLOURS.second, dash: 'dash' }, 'accuracy'),
      ...curve('validation', history.validationAccuracy, { color: COLOURS.first, dash: 'solid' }, 'accuracy'),
      ...curve('report, training', reported.loss, { ...theirs, dash: 'dash' }, 'loss'),
      ...curve('report, validation', reported.validationLoss, { ...theirs, dash: 'solid' }, 'loss'),
      ...curve('training', history.loss, { color: COLOURS.second, dash: 'dash' }, 'loss'),
      ...curve('validation', history.validationLoss, { color: COLOURS.first, dash: 'solid' }, 'loss'),
    ],
    layout: themedLayout(
      { ...options, title, height },
      {
        xaxis: axis('epoch', { anchor: 'y2', ...epochRange }),
        yaxis: shareAxis('accuracy (%)', { domain: [0.5, 1] }),
        yaxis2: axis('cross-entropy (nats)', { domain: [0, 0.42], ...lossRange }),
        hovermode: 'x unified',
      },
    ),
  };
}

function historyOf(trained: TrainingHistory | readonly TrainedEpoch[]): TrainingHistory {
  if (!isList(trained)) {
    if (Array.isArray((trained as Partial<TrainingHistory> | null | undefined)?.accuracy)) return trained;
    const rule =
      'must be result.history, as train gives it, or { loss, accuracy, … } with a number for each epoch';
    throw new TypeError(`trainingCurves: history ${rule}, got ${describeValue(trained)}.`);
  }
  const validated = trained.some(({ valAccuracy }) => valAccuracy !== undefined);
  return {
    loss: trained.map(({ loss }) => loss),
    accuracy: trained.map(({ accuracy }) => accuracy),
    ...(validated && {
      validationLoss: trained.map(({ valLoss }) => valLoss ?? null),
      validationAccuracy: trained.map(({ valAccuracy }) => valAccuracy ?? null),
    }),
  };
}

function isList(trained: TrainingHistory | readonly TrainedEpoch[]): trained is readonly TrainedEpoch[] {
  return Array.isArray(trained);
}

function checkLengths(history: TrainingHistory): void {
  const epochs = history.accuracy.length;
  for (const [name, values] of Object.entries(history) as [string, readonly unknown[] | undefined][]) {
    if (values && values.length !== epochs) {
      throw new RangeError(
        `trainingCurves: ${name} has ${values.length} epochs but accuracy has ${epochs}; give equally many.`,
      );
    }
  }
}

function curve(
  name: string,
  values: readonly (number | null)[] | undefined,
  { color, dash }: { color: string; dash: Dash },
  panel: 'accuracy' | 'loss',
): Partial<Data>[] {
  if (!values) return [];
  // A single epoch has no line to draw, so the first few show their points as well.
  const mode = values.length <= 30 ? 'lines+markers' : 'lines';
  const symbol = dash === 'dash' ? 'circle-open' : 'circle';
  return [
    {
      type: 'scatter',
      mode,
      name,
      legendgroup: name,
      showlegend: panel === 'accuracy',
      x: values.map((_, index) => index + 1),
      // JSON has no NaN: an epoch whose loss was not a number leaves a gap.
      y: values.map((value) => (Number.isFinite(value) ? value : null)) as Datum[],
      line: { color, dash, width: 2 },
      marker: { size: 6, symbol, color },
      ...(panel === 'loss' ? { yaxis: 'y2' } : {}),
      hovertemplate: panel === 'accuracy' ? '%{y:.2%}' : '%{y:.4f}',
    },
  ];
}
