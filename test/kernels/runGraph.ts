import {
  createKernels,
  graphEmitter,
  openGraph,
  type GraphEmitter,
  type GraphValue,
  type Kernels,
} from 'captcha-lab/kernels';
import { nativeBackend, tf, type NativeBinding } from 'captcha-lab/tensorflow';

/** Writes a graph that takes float32 arrays, runs it once and gives its values. */
export function runGraph(
  inputs: readonly tf.Tensor[],
  write: (
    kernels: Kernels<GraphValue>,
    values: readonly GraphValue[],
    graph: GraphEmitter,
  ) => readonly GraphValue[],
): number[][] {
  const graph = graphEmitter();
  const given = new Map(inputs.map((tensor) => [graph.input(tensor.shape, 'float32'), tensor]));
  const wanted = write(createKernels(graph), [...given.keys()], graph);
  const session = openGraph(nativeBackend()!, graph);
  try {
    return tf.tidy(() => session.run(given, wanted).map((tensor) => [...tensor.dataSync()]));
  } finally {
    session.dispose();
  }
}

/** Graphs that TensorFlow holds now. */
export function openGraphs(): number {
  const binding = nativeBackend()!.binding as NativeBinding & { getNumOfSavedModels(): number };
  return binding.getNumOfSavedModels();
}
