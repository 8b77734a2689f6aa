import { quantity } from '../metrics';
import type { Experiment, ExperimentName } from './experiment';
import { EXPERIMENTS } from './experiments';

/** Rates at which the two are made to live or die, the report's among them. 'bigger' has more layers between the pixels and the
 *  loss, and stands a higher one. */
export const AUDIT_RATES = {
  smaller: [1e-5, 1e-4, 1e-3],
  bigger: [1e-4, 1e-2, 1e-1],
} as const;

/** Variations of the report's experiments, each with one thing changed, that test its conclusions; see the notebook
 *  on the audit. Deaths are counted, so these runs stop when the network is dead. */
export const AUDITS: readonly Experiment[] = [
  vary('adam', 'scaled', 'Adam with one change: the pixels from 0 to 1', { inputScale: 1 / 255 }),
  ...(['dropout50', 'augmented', 'final'] as const).map((base) =>
    vary(base, 'scaled', 'by Adam with the pixels from 0 to 1: what does it reach in fewer steps?', {
      inputScale: 1 / 255,
      optimizer: { kind: 'adam', learningRate: 1e-3 },
      ...recipeFor(base),
    }),
  ),
  ...[1, 3].map((epochs) =>
    vary(
      'final',
      `cosine-${epochs}`,
      `the same in batches of 32, the rate falling to 0 within ${quantity(epochs, 'epoch')}`,
      {
        inputScale: 1 / 255,
        optimizer: { kind: 'adam', learningRate: 1e-3, decayEpochs: epochs },
        batchSize: 32,
        epochs,
        ...recipeFor('final'),
      },
    ),
  ),
  ...(['smaller', 'bigger'] as const).flatMap((base) =>
    AUDIT_RATES[base].map((learningRate) =>
      vary(base, `rate-${learningRate.toExponential()}`, `does it die at a rate of ${learningRate}?`, {
        optimizer: { kind: 'sgd', learningRate },
        stopWhenDead: true,
      }),
    ),
  ),
  ...(['smaller', 'bigger'] as const).flatMap((base) => [
    vary(base, 'scaled', 'with one change, the pixels from 0 to 1: does it still die?', {
      inputScale: 1 / 255,
      stopWhenDead: true,
    }),
    vary(base, 'scaled-rate-1e-2', 'the same at a rate that suits such pixels: does it learn?', {
      inputScale: 1 / 255,
      optimizer: { kind: 'sgd', learningRate: 1e-2 },
      stopWhenDead: true,
    }),
  ]),
  vary('sgd', 'by-character', 'the division by character, another for each seed', { splitSeed: 'seed' }),
  vary('sgd', 'by-captcha', 'no CAPTCHA both learnt from and measured on, another division for each seed', {
    splitBy: 'captcha',
    splitSeed: 'seed',
  }),
];

/** Another recipe for one of the report's figures: counts over the same characters. */
function recipeFor(base: ExperimentName): Pick<Experiment, 'recipeFor' | 'splitBy'> {
  return { recipeFor: base, splitBy: 'report' };
}

function vary(
  base: ExperimentName,
  change: string,
  purpose: string,
  settings: Partial<Experiment>,
): Experiment {
  const original = EXPERIMENTS.find(({ name }) => name === base)!;
  // What the report says and draws is about the original alone, and seeds divide the characters.
  return {
    ...original,
    figure: undefined,
    reported: undefined,
    splitBy: 'character',
    name: `${base}-${change}`,
    purpose,
    ...settings,
  };
}
