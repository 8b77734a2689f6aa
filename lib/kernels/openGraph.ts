import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NativeBackend, tf } from '../tensorflow';
import type { GraphEmitter, GraphValue } from './graphEmitter';

/** A graph that TensorFlow has taken over. */
export interface OpenGraph {
  /** Runs it once. `given`: tensors for its inputs, by their names; those that stand for variables are filled in. Returns the values
   *  asked for, as tensors. */
  run(given: ReadonlyMap<GraphValue, tf.Tensor>, wanted: readonly GraphValue[]): tf.Tensor[];
  readonly dispose: () => void;
}

/** Version of the GraphDef format that the nodes are written in: that of TensorFlow 2.9. */
const PRODUCER = 1087;

/** Hands a graph over to TensorFlow, which then plans memory and threads for all of it, joins kernels that can be one, and runs what does
 *  not depend on each other at the same time. It reads graphs from a folder only, which is made and removed here.
 *  Throws Error where that cannot be made, and TensorFlow's own for a graph that it refuses. */
export function openGraph(native: NativeBackend, graph: GraphEmitter): OpenGraph {
  const { binding } = native;
  const folder = makeFolder();
  let session: number;
  try {
    writeFileSync(
      join(folder, 'saved_model.pbtxt'),
      `saved_model_schema_version: 1\nmeta_graphs {\nmeta_info_def { tags: "serve" }\ngraph_def {\n${graph.text()}\n` +
        `versions { producer: ${PRODUCER} }\n}\n}\n`,
    );
    session = binding.loadSavedModel(folder, 'serve');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    run(given, wanted) {
      const names = [...given.keys(), ...graph.variables.values()];
      const tensors = [...given.values(), ...graph.variables.keys()];
      return binding
        .runSavedModel(session, native.getInputTensorIds(tensors), names.join(), wanted.join())
        .map((one) => native.createOutputTensor(one));
    },
    dispose() {
      binding.deleteSavedModel(session);
    },
  };
}

function makeFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'captcha-lab-graph-'));
  } catch (error) {
    throw new Error(
      `openGraph: TensorFlow takes a graph from a folder, and none can be made in ${tmpdir()}: ${(error as Error).message}; ` +
        'set TMPDIR to a folder that can be written.',
      { cause: error },
    );
  }
}
