import {
  createKernels,
  graphEmitter,
  openGraph,
  stagesOf,
  writeNetwork,
  type GraphValue,
  type Precision,
} from '../kernels';
import { nativeBackend, tf } from '../tensorflow';
import { batchCrossEntropy, type BatchSums } from './crossEntropy';
import type { Optimizer } from './optimizer';
import { writeLossGradient } from './writeLossGradient';

/** A training step as one graph of TensorFlow's: forward, loss, backward and update in a single call. */
export interface TrainingGraph {
  /** One step on pictures [batch, height, width, channels] and their classes, of any batch size; moves the variables and returns the
   *  batch's sums as they were before. To be called within `tf.tidy`. */
  step(images: tf.Tensor, labels: Uint8Array): BatchSums;
  dispose(): void;
}

interface TrainingGraphOptions {
  readonly trainable: readonly tf.Variable[];
  readonly optimizer: Optimizer;
  /** Pictures a step; others are possible. */
  readonly batchSize: number;
  /** Of convolutions and products; float32 by default. */
  readonly precision?: Precision;
}

/** The graph of `model`'s training step, or undefined where a layer, or a setting of one, is of another kind than in the report's
 *  networks, or tfjs is not on its native backend. It does what `tapedGradients` and the optimiser do, within 1e-5, and leaves weights and
 *  moments in the model's and the optimiser's own variables. The caller disposes it. */
export function openTrainingGraph(
  model: tf.LayersModel,
  { trainable, optimizer, batchSize, precision = 'float32' }: TrainingGraphOptions,
): TrainingGraph | undefined {
  const native = nativeBackend();
  const network = native && stagesOf(model, { batch: batchSize, precision });
  if (network === undefined) return undefined;
  const graph = graphEmitter();
  const kernels = createKernels(graph);
  const written = writeNetwork(network, {
    graph,
    kernels: precision === 'float32' ? kernels : createKernels(graph, precision),
    training: true,
  });
  const classes = model.outputs[0].shape[1]!;
  const probabilities = kernels.softmax(written.logits);
  const truth = graph.input([-1, classes], 'float32');
  const [share, rate] = [graph.input([], 'float32'), graph.input([], 'float32')];
  const gradients = written.backward(writeLossGradient(kernels, { probabilities, truth, share }));
  const moved: tf.Variable[] = [];
  const wanted: GraphValue[] = [probabilities];
  trainable.forEach((variable, index) => {
    const slots = optimizer.slotsOf(index);
    moved.push(variable, ...slots);
    wanted.push(
      ...optimizer.rule.update(kernels, {
        variable: kernels.variable(variable),
        gradient: gradients.get(variable)!,
        slots: slots.map((slot) => kernels.variable(slot)),
        rate,
      }),
    );
  });
  const session = openGraph(native!, graph);
  return {
    step(images, labels) {
      optimizer.steps++;
      const count = labels.length;
      const given = new Map([
        [written.input, images],
        [truth, tf.tensor2d(oneHot(labels, classes), [count, classes])],
        [share, tf.scalar(1 / count)],
        [rate, tf.scalar(optimizer.rule.rate(optimizer.learningRate, optimizer.steps))],
      ]);
      for (const [layer, seed] of written.maskSeeds) {
        given.set(seed, tf.tensor1d(layer.nextMaskSeed(), 'int32'));
      }
      const [values, ...after] = session.run(given, wanted);
      after.forEach((value, index) => {
        moved[index].assign(value);
      });
      return batchCrossEntropy(values.dataSync(), labels, classes);
    },
    dispose: session.dispose,
  };
}

function oneHot(labels: Uint8Array, classes: number): Float32Array<ArrayBuffer> {
  const values = new Float32Array(labels.length * classes);
  labels.forEach((label, example) => (values[example * classes + label] = 1));
  return values;
}
