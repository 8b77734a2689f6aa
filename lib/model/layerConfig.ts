import type { tf } from '../tensorflow';

/** Settings of a convolution as its `getConfig` gives them; a pooling has `poolSize`, `strides` and `padding` of these, a
 *  fully-connected layer `activation` alone. @internal */
export interface LayerConfig {
  readonly strides: [number, number];
  readonly poolSize: [number, number];
  readonly padding: 'same' | 'valid';
  readonly dilationRate: [number, number];
  readonly dataFormat?: string;
  readonly activation: string;
}

/** The settings of a layer. @internal */
export function layerConfig(layer: tf.layers.Layer): LayerConfig {
  return layer.getConfig() as unknown as LayerConfig;
}
