import type { ExampleSource } from '../data';
import { describeValue } from '../image';
import type { tf } from '../tensorflow';

/** Number of classes a model gives probabilities for. Throws RangeError unless its output is [batch, classes]. */
export function outputClasses(model: tf.LayersModel): number {
  const shape = model.outputs[0].shape;
  const classes = shape[shape.length - 1];
  if (model.outputs.length !== 1 || shape.length !== 2 || classes === null) {
    throw new RangeError(
      `The model must have one output of shape [batch, classes], got ${JSON.stringify(shape)}.`,
    );
  }
  return classes;
}

/** Throws RangeError, naming caller and option, unless `source` has examples and its pictures fit the model. */
export function checkSource(
  caller: string,
  option: string,
  source: ExampleSource,
  model: tf.LayersModel,
): void {
  const anything: unknown = source;
  const { count, read } = (anything ?? {}) as Partial<ExampleSource>;
  if (typeof count !== 'number' || typeof read !== 'function') {
    throw new TypeError(
      `${caller}: ${option} must be a source of examples, got ${describeValue(source)}. ` +
        'selectExamples(set, indices) makes one of the characters that extractCharacters(captchas) gives.',
    );
  }
  if (!Number.isSafeInteger(source.count) || source.count < 1) {
    throw new RangeError(`${caller}: ${option} must hold at least one example, got ${source.count}.`);
  }
  const expected = model.inputs[0].shape;
  const given = [null, source.height, source.width, 1];
  const fits =
    expected.length === 4 &&
    expected.every((size, axis) => axis === 0 || size === null || size === given[axis]);
  if (!fits) {
    throw new RangeError(
      `${caller}: ${option} has pictures of ${source.height} x ${source.width} (height x width), but the model takes ` +
        `[${expected.map((size) => size ?? 'any').join(', ')}]; build the model for these pictures or resize them.`,
    );
  }
}
