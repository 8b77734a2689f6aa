import { EXPERIMENTS, type ExperimentResult, type RecordedExperiment } from 'captcha-lab/experiments';

/** What a made-up run shows. */
export interface MadeUp {
  readonly experiment: string;
  readonly seed?: number;
  /** Right answers of 1000 after each epoch. */
  readonly correct: readonly number[];
  /** After the last epoch. */
  readonly loss: number;
  readonly valLoss?: number;
  readonly width?: number;
  readonly dead?: boolean;
}

/** A run on record with these results; nothing is computed. */
export function madeUpRun({
  experiment,
  seed = 1,
  correct,
  loss,
  valLoss = loss,
  width = 1,
  dead,
}: MadeUp): ExperimentResult {
  const shares = correct.map((count) => count / 1000);
  const best = Math.max(...correct);
  return {
    format: 'captcha-lab result 1',
    run: { experiment, profile: 'study', seed },
    complete: true,
    config: {
      network: 'Table II',
      width,
      parameters: 1,
      optimizer: { kind: 'sgd', learningRate: 1e-4 },
      batchSize: 10,
      epochs: correct.length,
      inputScale: 1,
      trainOn: 'train',
      augmentation: false,
      measureOn: 'validation',
      splitBy: 'character',
      splitSeed: 1,
      stopWhenDead: false,
    },
    data: { name: 'real data', captchas: 1070, fingerprint: '00', training: 3224, measured: 1000 },
    versions: { captchaLab: '0', node: '20', tfjs: '4', tensorflow: '2' },
    machine: { cpu: 'none', cores: 1, memoryGiB: 1, platform: 'none' },
    history: {
      loss: shares.map(() => loss),
      accuracy: shares,
      valLoss: shares.map(() => valLoss),
      valAccuracy: shares,
      examplesPerSecond: shares,
      seconds: shares,
    },
    best: { epoch: correct.indexOf(best) + 1, correct: best, n: 1000 },
    last: { epoch: correct.length, correct: correct[correct.length - 1], n: 1000 },
    diagnosis: dead ? { kind: 'dead', epoch: correct.length } : null,
    confusion: [
      [10, 5],
      [5, 10],
    ],
    seconds: 1,
    peakMemoryMiB: 1,
  };
}

/** Runs of one experiment of the report as `recordedResults` gives them. */
export function recordedAs(name: string, runs: readonly ExperimentResult[]): RecordedExperiment {
  const experiment = EXPERIMENTS.find((one) => one.name === name)!;
  return { experiment, profile: runs.at(0)?.run.profile, runs };
}
