import { readdirSync } from 'node:fs';
import type { TestContext } from 'node:test';
import {
  createKernels,
  graphEmitter,
  openGraph,
  type GraphEmitter,
  type GraphValue,
  type Kernels,
} from 'captcha-lab/kernels';
import { nativeBackend, tf, type NativeBinding } from 'captcha-lab/tensorflow';
import { temporaryFolder } from '../data/temporaryFolder';

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

/** Gives this process a folder of its own for temporary files until the test ends: other tests write graphs at the same time.
 *  Returns what lists it. */
export function ownTemporaryFiles(test: TestContext): () => string[] {
  const folder = temporaryFolder(test);
  const names = ['TMPDIR', 'TEMP', 'TMP'] as const;
  const before = names.map((name) => process.env[name]);
  for (const name of names) process.env[name] = folder;
  test.after(() => {
    names.forEach((name, index) => {
      if (before[index] === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before[index];
    });
  });
  return () => readdirSync(folder);
}
