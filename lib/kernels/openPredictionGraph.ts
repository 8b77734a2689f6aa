import { nativeBackend, type tf } from '../tensorflow';
import { createKernels } from './createKernels';
import { graphEmitter } from './graphEmitter';
import { inParts, PICTURES_AT_ONCE } from './inParts';
import { openGraph } from './openGraph';
import type { Precision } from './precision';
import { stagesOf } from './stagesOf';
import { writeNetwork } from './writeNetwork';

/** A model's answers by a graph of TensorFlow's. */
export interface PredictionGraph {
  /** Probabilities [batch, classes] for pictures [batch, height, width, channels], dropout off; the caller disposes them. */
  readonly predict: (images: tf.Tensor) => tf.Tensor;
  readonly dispose: () => void;
}

/** What `stagedPredictor` gives, as a graph: TensorFlow joins its kernels, but opening it takes time of its own, so it is for many pictures. The
 *  model's weights are read at each call. The caller disposes it. Undefined where `stagedPredictor` is. */
export function openPredictionGraph(
  model: tf.LayersModel,
  { precision = 'float32' }: { readonly precision?: Precision } = {},
): PredictionGraph | undefined {
  const native = nativeBackend();
  const network = native && stagesOf(model, { batch: PICTURES_AT_ONCE, precision });
  if (network === undefined) return undefined;
  const graph = graphEmitter();
  const kernels = createKernels(graph);
  const { input, logits } = writeNetwork(network, {
    graph,
    kernels: createKernels(graph, precision),
    training: false,
  });
  const probabilities = kernels.softmax(logits);
  const session = openGraph(native!, graph);
  return {
    predict: inParts((images) => session.run(new Map([[input, images]]), [probabilities])[0]),
    dispose: session.dispose,
  };
}
