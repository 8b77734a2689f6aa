import { CAPTCHA_LENGTH, captchaAccuracy, CLASSES, productOfPositions } from '../report';
import { confusionMatrix } from '../metrics';
import type { EpochEntry, Predictions, TrainingResult } from '../training';
import {
  RESULT_FORMAT,
  type ExperimentResult,
  type MeasuredEpoch,
  type ResultHistory,
} from './experimentResult';
import { machine, versions } from './surroundings';

/** A run's outcome, as a result file holds it; it must have at least one epoch, and predictions. */
export function resultOf(
  fixed: Pick<ExperimentResult, 'run' | 'config' | 'data'>,
  { history, best, last, diagnosis, validation, interrupted }: TrainingResult,
): ExperimentResult {
  const n = validation.truth.length;
  const measured = ({ epoch, valAccuracy }: EpochEntry): MeasuredEpoch => ({
    epoch,
    correct: Math.round(valAccuracy * n),
    n,
  });
  return {
    format: RESULT_FORMAT,
    ...fixed,
    complete: !interrupted,
    versions: versions(),
    machine: machine(),
    history: columns(history),
    best: measured(best!),
    last: measured(last!),
    diagnosis: diagnosis ? { kind: diagnosis.kind, epoch: diagnosis.epoch } : null,
    confusion: confusionMatrix(validation.truth, validation.classes, CLASSES),
    ...(fixed.config.splitBy === 'captcha' && { captchas: wholeCaptchas(validation) }),
    seconds: rounded(
      history.reduce((sum, { seconds }) => sum + seconds, 0),
      1,
    ),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** A source divided by CAPTCHA has the five characters of each in a row. */
function wholeCaptchas({ truth, classes }: Predictions): NonNullable<ExperimentResult['captchas']> {
  const { correct, n } = captchaAccuracy(truth, classes);
  const { positions } = productOfPositions(
    truth,
    classes,
    Uint8Array.from(truth, (_, example) => example % CAPTCHA_LENGTH),
  );
  return { correct, n, positions: positions.map((position) => position.correct) };
}

/** Losses and accuracies keep every digit, so that two runs can be compared for equality; times keep one decimal. */
function columns(history: readonly EpochEntry[]): ResultHistory {
  const losses = (name: 'loss' | 'valLoss' | 'testLoss'): (number | null)[] =>
    history.map((entry) => (Number.isFinite(entry[name]) ? (entry[name] ?? null) : null));
  const tested = history.every(({ testAccuracy }) => testAccuracy !== undefined);
  return {
    loss: losses('loss'),
    accuracy: history.map(({ accuracy }) => accuracy),
    valLoss: losses('valLoss'),
    valAccuracy: history.map(({ valAccuracy }) => valAccuracy),
    ...(tested && {
      testLoss: losses('testLoss'),
      testAccuracy: history.map(({ testAccuracy }) => testAccuracy ?? 0),
    }),
    examplesPerSecond: history.map(({ examplesPerSecond }) => rounded(examplesPerSecond, 1)),
    seconds: history.map(({ seconds }) => rounded(seconds, 2)),
  };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
