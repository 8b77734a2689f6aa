import { checkOptions, describeValue } from '../image';
import { PRECISION_CHOICES } from '../kernels';
import type { tf } from '../tensorflow';
import { checkSource } from './checkSource';
import type { TrainOptions } from './trainingTypes';

const positive = (value: unknown): boolean =>
  typeof value === 'number' && value > 0 && Number.isFinite(value);
const count = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;

/** Throws TypeError unless `model` is a network. */
function checkTrainable(model: tf.LayersModel): void {
  if (Array.isArray((model as Partial<tf.LayersModel> | null | undefined)?.layers)) return;
  const got = describeValue(model);
  throw new TypeError(
    `train: model must be a network such as buildModel(TABLE_IV, { seed: 1 }) gives, got ${got}.`,
  );
}

/** Throws RangeError, naming the option, the rule and what was given, unless `options` can train `model`. */
export function checkTrainOptions(model: tf.LayersModel, options: TrainOptions): void {
  checkTrainable(model);
  checkOptions('train', options, '{ train, validation, optimizer, batchSize, epochs, inputScale, seed }');
  checkOptions('train', options.optimizer, "{ kind: 'adam', learningRate: 1e-3 }", 'optimizer');
  const { optimizer, batchSize, epochs, inputScale, seed, precision = 'float32' } = options;
  const { progressPerSecond = 5 } = options;
  const rules: readonly (readonly [string, unknown, boolean, string])[] = [
    ['optimizer.kind', optimizer.kind, ['sgd', 'adam'].includes(optimizer.kind), "'sgd' or 'adam'"],
    [
      'optimizer.learningRate',
      optimizer.learningRate,
      positive(optimizer.learningRate),
      'a number above 0 such as 1e-4',
    ],
    [
      'optimizer.decayEpochs',
      optimizer.decayEpochs,
      optimizer.decayEpochs === undefined ||
        (count(optimizer.decayEpochs) && (!count(epochs) || optimizer.decayEpochs >= epochs)),
      `a whole number, no smaller than epochs (${String(epochs)})`,
    ],
    ['batchSize', batchSize, count(batchSize), 'a whole number of at least 1'],
    ['epochs', epochs, count(epochs), 'a whole number of at least 1'],
    ['inputScale', inputScale, positive(inputScale), 'a number above 0 such as 1 or 1/255'],
    ['seed', seed, Number.isSafeInteger(seed), 'a whole number'],
    ['precision', precision, PRECISION_CHOICES.includes(precision), "'float32', 'bfloat16' or 'auto'"],
    [
      'checkpoint.everyExamples',
      options.checkpoint?.everyExamples,
      count(options.checkpoint?.everyExamples ?? 1),
      'a whole number of at least 1',
    ],
    ['progressPerSecond', progressPerSecond, positive(progressPerSecond), 'a number above 0'],
  ];
  for (const [name, value, right, rule] of rules) {
    if (!right) throw new RangeError(`train: ${name} must be ${rule}, got ${String(value)}.`);
  }
  if (options.checkpoint !== undefined && options.checkpoint.file === '') {
    throw new RangeError('train: checkpoint.file must name a file, got an empty name.');
  }
  checkSource('train', 'train', options.train, model);
  checkSource('train', 'validation', options.validation, model);
  if (options.test) checkSource('train', 'test', options.test, model);
}
