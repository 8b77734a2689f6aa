import {
  convolutionSums,
  createKernels,
  denseSums,
  graphEmitter,
  isOfOneSize,
  openGraph,
  passThrough,
  reluStage,
  stagesOfHidden,
  type GraphValue,
  type Stage,
} from '../kernels';
import { layerConfig } from '../model';
import { nativeBackend, tf } from '../tensorflow';
import type { FilterChoice } from './filterResponse';

/** Added to the gradient's root mean square, so that a gradient of 0 divides. Keras's blog and book add 1e-5, which with pixels
 *  brought to 0–1 is more than most gradients here: their steps would be next to none. */
export const EPSILON = 1e-20;

/** Gradient ascent for some filters of a layer. @internal */
export interface Ascent {
  /** One step from pictures [filters, height, width, 1], to be called with as many as there are filters. The caller disposes the next ones. */
  step(pictures: tf.Tensor): tf.Tensor4D;
  /** Each filter's mean response to its picture. */
  responses(pictures: tf.Tensor): Float32Array;
  dispose(): void;
}

/** What is raised, and by which steps. @internal */
export interface AscentOptions extends FilterChoice {
  readonly inputScale: number;
  readonly stepSize: number;
}

/** What `tapedAscent` does, within 1e-5 a step, in a single call: as a training step, without gradients by weights.
 *  `before` are the layers that lead to `target`. Undefined where one of them, or what is asked of the target, is of a kind that there is
 *  no stage for, or tfjs is not on its native backend. The caller disposes it. @internal */
export function openAscentGraph(
  before: readonly tf.layers.Layer[],
  target: tf.layers.Layer,
  { filters, kind, inputScale, stepSize }: AscentOptions,
): Ascent | undefined {
  const native = nativeBackend();
  const lead = native && stagesOfHidden(before, { batch: filters.length });
  const own = lead && chosenFilters(target, { filters, kind });
  if (own === undefined) return undefined;
  const graph = graphEmitter();
  const kernels = createKernels(graph);
  const [height, width, channels] = ((before.at(0) ?? target).getInputAt(0) as tf.SymbolicTensor).shape.slice(
    1,
  ) as number[];
  const pictures = graph.input([filters.length, height, width, channels], 'float32');
  const scale = kernels.number(inputScale);
  const pass = passThrough([...lead!, ...own.stages], kernels.multiply(pictures, scale), {
    kernels,
    wayBack: true,
  });
  const share = kernels.variable(own.share);
  /** A row for each picture. */
  const rows = (x: GraphValue): GraphValue => kernels.reshape(x, [filters.length, -1]);
  const responses = kernels.sumOfRows(rows(kernels.multiply(pass.output, share)));
  const slope = rows(kernels.multiply(pass.backward(share, true).input!, scale));
  const pixels = kernels.number(height * width * channels);
  const meanSquare = kernels.divide(kernels.sumOfRows(kernels.square(slope)), pixels);
  const size = kernels.add(kernels.squareRoot(meanSquare), kernels.number(EPSILON));
  const step = kernels.multiply(kernels.divide(slope, size), kernels.number(stepSize));
  const next = kernels.add(pictures, kernels.reshapeLike(step, pictures));
  const session = openGraph(native!, graph);
  const run = (x: tf.Tensor, wanted: readonly GraphValue[]): tf.Tensor[] =>
    session.run(new Map([[pictures, x]]), wanted);
  return {
    step: (x) => run(x, [next])[0] as tf.Tensor4D,
    responses: (x) => tf.tidy(() => run(x, [responses])[0].dataSync<'float32'>()),
    dispose() {
      session.dispose();
      tf.dispose([own.share, ...own.stages.flatMap(({ variables }) => variables)]);
    },
  };
}

interface ChosenFilters {
  readonly stages: readonly Stage[];
  /** Part that each of the layer's results has in what is raised: of picture i, those of filter i, all places alike. */
  readonly share: tf.Variable;
}

/** The target with only `filters`, or undefined where that would not be the same or there is no stage for it. */
function chosenFilters(target: tf.layers.Layer, { filters, kind }: FilterChoice): ChosenFilters | undefined {
  const { activation } = layerConfig(target);
  const className = target.getClassName();
  // A softmax looks at all classes.
  if (kind === 'activations' && !['relu', 'linear'].includes(activation)) return undefined;
  if (!['Conv2D', 'Dense'].includes(className) || !isOfOneSize(target)) return undefined;
  const shape = [
    filters.length,
    ...(target.getOutputAt(0) as tf.SymbolicTensor).shape.slice(1, -1),
    filters.length,
  ] as number[];
  const [filter, bias] = target.weights.map((weight) =>
    tf.tidy(() => {
      const values = weight.read();
      return tf.variable(values.gather(tf.tensor1d([...filters], 'int32'), values.rank - 1), false);
    }),
  ) as [tf.Variable, tf.Variable?];
  const sums =
    className === 'Conv2D'
      ? convolutionSums(target, { filter, bias, batch: filters.length })
      : denseSums(target, { weights: filter, bias });
  if (sums === undefined) {
    tf.dispose(bias ? [filter, bias] : filter);
    return undefined;
  }
  const raises = kind === 'activations' && activation === 'relu' ? [reluStage()] : [];
  return { stages: [...sums, ...raises], share: tf.tidy(() => tf.variable(shareOf(shape), false)) };
}

/** Value 1 / places at [i, …, i], else 0. */
function shareOf(shape: readonly number[]): tf.Tensor {
  const count = shape[0];
  const places = shape.slice(1, -1).reduce((product, size) => product * size, 1);
  const values = new Float32Array(count * places * count);
  for (let filter = 0; filter < count; filter++) {
    for (let place = 0; place < places; place++) {
      values[(filter * places + place) * count + filter] = 1 / places;
    }
  }
  return tf.tensor(values, [...shape]);
}
