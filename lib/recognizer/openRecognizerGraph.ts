import { createKernels, graphEmitter, openGraph, writeNetwork, type GraphValue } from '../kernels';
import { variableOf } from '../model';
import { nativeBackend, tf } from '../tensorflow';
import type { Optimizer } from '../training';
import type { Measured } from './normalizationStage';
import { recognizerStages } from './recognizerStages';

/** A training step of a recognizer as one graph of TensorFlow's. */
export interface RecognizerGraph {
  /** One step: forward with dropout, mean CTC loss, backward, Adam, running means of the batch normalisations. Moves the variables and
   *  returns the mean loss as it was before. images: count x height x width x channels; texts: class indices of each picture. */
  step(images: Float32Array, texts: readonly (readonly number[])[]): number;
  dispose(): void;
}

/** Share of a batch's mean and variance in the running ones. */
const MOMENTUM = 0.05;

/** The graph of `model`'s training step. The caller disposes it. Throws Error on another backend than TensorFlow's own. */
export function openRecognizerGraph(
  model: tf.LayersModel,
  {
    optimizer,
    trainable,
    batchSize,
  }: { optimizer: Optimizer; trainable: readonly tf.Variable[]; batchSize: number },
): RecognizerGraph {
  const native = nativeBackend();
  if (native === undefined) throw new Error('openRecognizerGraph: training runs on the native backend only.');
  const graph = graphEmitter();
  const kernels = createKernels(graph);
  const measured: Measured<GraphValue>[] = [];
  const stages = recognizerStages<GraphValue>(model, {
    batch: batchSize,
    onMeasured: (one) => measured.push(one),
  });
  const inputShape = model.inputs[0].shape.slice(1) as number[];
  const written = writeNetwork({ stages, inputShape }, { graph, kernels, training: true });
  const [places, labels] = [graph.input([-1, 2], 'int32'), graph.input([-1], 'int32')];
  const [lengths, share, rate] = [
    graph.input([-1], 'int32'),
    graph.input([], 'float32'),
    graph.input([], 'float32'),
  ];
  const byTime = [1, 0, 2];
  const [losses, byScores] = kernels.ctcLoss(kernels.transpose(written.logits, byTime), {
    places,
    labels,
    lengths,
  });
  const gradients = written.backward(kernels.multiply(kernels.transpose(byScores, byTime), share));
  const moved: tf.Variable[] = [];
  const wanted: GraphValue[] = [losses];
  trainable.forEach((variable, index) => {
    const slots = optimizer.slotsOf(index);
    moved.push(variable, ...slots);
    const input = {
      variable: kernels.variable(variable),
      gradient: gradients.get(variable)!,
      slots: slots.map((slot) => kernels.variable(slot)),
      rate,
    };
    wanted.push(...optimizer.rule.update(kernels, input));
  });
  for (const { mean, variance, running } of measured) {
    [mean, variance].forEach((value, index) => {
      const before = kernels.variable(running[index]);
      const change = kernels.multiply(kernels.subtract(value, before), kernels.number(MOMENTUM));
      moved.push(running[index]);
      wanted.push(kernels.add(before, change));
    });
  }
  const session = openGraph(native, graph);
  const columns = model.outputs[0].shape[1]!;
  return {
    step: (images, texts) =>
      tf.tidy(() => {
        optimizer.steps++;
        const count = texts.length;
        const flat = texts.flat();
        const at = texts.flatMap((text, picture) => text.flatMap((_, place) => [picture, place]));
        const given = new Map<GraphValue, tf.Tensor>([
          [written.input, tf.tensor(images, [count, ...inputShape])],
          [places, tf.tensor2d(at, [flat.length, 2], 'int32')],
          [labels, tf.tensor1d(flat, 'int32')],
          [lengths, tf.fill([count], columns, 'int32')],
          [share, tf.scalar(1 / count)],
          [rate, tf.scalar(optimizer.rule.rate(optimizer.learningRate, optimizer.steps))],
        ]);
        for (const [layer, seed] of written.maskSeeds)
          given.set(seed, tf.tensor1d(layer.nextMaskSeed(), 'int32'));
        const [values, ...after] = session.run(given, wanted);
        after.forEach((value, index) => {
          moved[index].assign(value);
        });
        return values.dataSync<'float32'>().reduce((sum, loss) => sum + loss, 0) / count;
      }),
    dispose: session.dispose,
  };
}

/** The variables that training moves by gradients, in the network's order. @internal */
export function trainableOf(model: tf.LayersModel): tf.Variable[] {
  return model.trainableWeights.map(variableOf);
}
