import type { tf } from '../tensorflow';

/** False for a layer that also stands where its input has another shape, in another model perhaps: then it has no size of its own. */
export function isOfOneSize(layer: tf.layers.Layer): boolean {
  const shapes = layer.inboundNodes.map((_, node) =>
    JSON.stringify((layer.getInputAt(node) as tf.SymbolicTensor).shape),
  );
  return new Set(shapes).size === 1;
}
