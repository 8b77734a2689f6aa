import { tf } from '../tensorflow';
import { EPSILON, type Ascent, type AscentOptions } from './ascentGraph';
import { filterResponse } from './filterResponse';

/** Gradient ascent by tfjs's tape, for whatever layers. Throws RangeError where `filterResponse` does. @internal */
export function tapedAscent(
  before: readonly tf.layers.Layer[],
  target: tf.layers.Layer,
  { filters, kind, inputScale, stepSize }: AscentOptions,
): Ascent {
  const responses = filterResponse(before, target, { filters, kind });
  const scaled = (x: tf.Tensor): tf.Tensor1D => responses(x.mul(inputScale));
  const gradient = tf.grad((x) => scaled(x).sum());
  return {
    step: (x) =>
      tf.tidy(() => {
        const slope = gradient(x);
        const size = slope.square().mean([1, 2, 3], true).sqrt();
        return x.add(slope.div(size.add(EPSILON)).mul(stepSize));
      }),
    responses: (x) => tf.tidy(() => scaled(x).dataSync<'float32'>()),
    dispose: () => undefined,
  };
}
