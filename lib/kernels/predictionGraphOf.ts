import { nativeBackend, type tf } from '../tensorflow';
import type { Precision } from './precision';
import { openPredictionGraph, type PredictionGraph } from './openPredictionGraph';

interface Kept {
  readonly graph: PredictionGraph;
  /** What it was opened for. */
  readonly layers: readonly tf.layers.Layer[];
  readonly precision: Precision;
}

const kept = new WeakMap<tf.LayersModel, Kept>();

/** Ends the graphs of models that are no more. What it holds must not lead to the model. */
const endings = new FinalizationRegistry((dispose: () => void) => {
  dispose();
});

/** The prediction graph of a model, opened when it is first asked for and kept as long as the model is: opening one, and its first run,
 *  take as long as the answers for some dozens of pictures. Opened anew when layers were added or another precision is asked for. Undefined where `openPredictionGraph` is. */
export function predictionGraphOf(
  model: tf.LayersModel,
  { precision = 'float32' }: { readonly precision?: Precision } = {},
): Pick<PredictionGraph, 'predict'> | undefined {
  if (nativeBackend() === undefined) return undefined;
  const known = kept.get(model);
  if (known !== undefined) {
    if (known.precision === precision && sameLayers(known.layers, model.layers)) return known.graph;
    kept.delete(model);
    endings.unregister(known);
    known.graph.dispose();
  }
  const graph = openPredictionGraph(model, { precision });
  if (graph === undefined) return undefined;
  const entry = { graph, layers: [...model.layers], precision };
  kept.set(model, entry);
  endings.register(model, graph.dispose, entry);
  return graph;
}

function sameLayers(some: readonly tf.layers.Layer[], others: readonly tf.layers.Layer[]): boolean {
  return some.length === others.length && some.every((layer, index) => layer === others[index]);
}
