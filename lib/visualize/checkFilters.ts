import type { tf } from '../tensorflow';

/** How many filters, or units, a layer has. @internal */
export function filterCount(layer: tf.layers.Layer): number {
  return (layer.outputShape as number[]).at(-1)!;
}

/** Throws RangeError, naming the caller, unless all `filters` are of the layer. @internal */
export function checkFilters(caller: string, layer: tf.layers.Layer, filters: readonly number[]): void {
  const available = filterCount(layer);
  const wrong = filters.find((filter) => !Number.isInteger(filter) || filter < 0 || filter >= available);
  if (wrong === undefined) return;
  throw new RangeError(
    `${caller}: filters must be whole numbers from 0 to ${available - 1} (${layer.name}), got ${wrong}.`,
  );
}
