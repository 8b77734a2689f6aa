import type { tf } from '../tensorflow';

/** The layers of a model in order, its input left out. `index` of a layer by name; `last` is the output's.
 *  @internal */
export interface LayerChain {
  readonly layers: readonly tf.layers.Layer[];
  /** Position of the layer called `name`. Throws RangeError, listing those there are, when there is none. */
  indexOf(name: string): number;
  /** The same of a layer whose output is a picture of several maps, [batch, height, width, channels]. Throws RangeError, naming
   *  `option`, also when it is none. */
  indexOfMaps(option: string, name: string): number;
}

/** Takes a model apart into a chain of layers, each fed by the one before it alone.
 *  Throws RangeError for a model with branches, for which "the layers after this one" means nothing. @internal */
export function layerChain(caller: string, model: tf.LayersModel): LayerChain {
  const layers = model.layers.filter((layer) => layer.getClassName() !== 'InputLayer');
  layers.forEach((layer, index) => {
    const inbound = layer.inboundNodes.at(0)?.inboundLayers ?? [];
    const expected = index === 0 ? inbound.at(0) : layers[index - 1];
    if (inbound.length > 1 || inbound.at(0) !== expected) {
      throw new RangeError(
        `${caller}: the model must be a chain of layers, but ${layer.name} is not fed by the layer before it alone; ` +
          'give a sequential model.',
      );
    }
  });
  const indexOf = (name: string): number => {
    const index = layers.findIndex((layer) => layer.name === name);
    if (index >= 0) return index;
    throw new RangeError(
      `${caller}: layer must be one of ${layers.map((layer) => layer.name).join(', ')}, got ${JSON.stringify(name)}.`,
    );
  };
  return {
    layers,
    indexOf,
    indexOfMaps(option, name) {
      const index = indexOf(name);
      if ((layers[index].outputShape as tf.Shape).length === 4) return index;
      throw new RangeError(`${caller}: ${option} must have maps, a convolution or pooling, got ${name}.`);
    },
  };
}

/** `input` sent through `layers`, dropout off. Call it in a tidy. @internal */
export function applyLayers(layers: readonly tf.layers.Layer[], input: tf.Tensor): tf.Tensor {
  return layers.reduce((value, layer) => layer.apply(value, { training: false }) as tf.Tensor, input);
}
