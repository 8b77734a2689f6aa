import { checkWhole } from '../checks';
import { checkOptions } from '../image';
import { deriveSeed } from '../random';
import { tf } from '../tensorflow';
import { checkSpec } from './checkSpec';
import { describeNetwork } from './describeNetwork';
import type { LayerRow } from './layerRow';
import { networkSize, type NetworkSizeOptions } from './networkSize';
import { Dropout } from './dropout';
import type { NetworkSpec } from './networkSpec';

export interface BuildModelOptions extends NetworkSizeOptions {
  /** Seed of the first weights and, until a trainer sets another, of the dropout masks; a whole number. */
  readonly seed: number;
}

/** tfjs model of a network: input [batch, height, width, 1], output [batch, classes] probabilities.
 *  ReLU, softmax, 'same' padding in the first convolution and 'valid' in the others, 2 x 2 max pooling.
 *  The same seed gives the same weights. The caller disposes the model.
 *  Throws RangeError for an option out of range, or when the picture is too small for the network. */
export function buildModel(spec: NetworkSpec, options: BuildModelOptions): tf.LayersModel {
  checkSpec('buildModel', spec);
  checkOptions('buildModel', options, '{ seed: 1 }');
  const { seed, ...size } = options;
  checkWhole('buildModel', { seed });
  const { rows } = describeNetwork(spec, size);
  const { inputHeight, inputWidth } = networkSize(spec, size);
  const inputShape = [inputHeight, inputWidth, 1];
  const model = tf.sequential({ name: spec.name.replace(/\W+/g, '_') });
  rows.forEach((row, index) => {
    model.add(tfLayer(row, deriveSeed(seed, row.name), index === 0 ? { inputShape } : {}));
  });
  return model;
}

function tfLayer(row: LayerRow, seed: number, input: { inputShape?: number[] }): tf.layers.Layer {
  const { name } = row;
  switch (row.kind) {
    case 'convolution':
      return tf.layers.conv2d({
        ...input,
        name,
        filters: row.width!,
        kernelSize: [...row.window!],
        padding: row.padding,
        activation: 'relu',
        kernelInitializer: tf.initializers.glorotUniform({ seed }),
      });
    case 'pooling':
      return tf.layers.maxPooling2d({ ...input, name, poolSize: [...row.window!] });
    case 'dropout':
      return new Dropout({ ...input, name, rate: row.rate!, seed });
    case 'flatten':
      return tf.layers.flatten({ ...input, name });
    case 'fullyConnected':
    case 'output':
      return tf.layers.dense({
        ...input,
        name,
        units: row.width!,
        activation: row.kind === 'output' ? 'softmax' : 'relu',
        kernelInitializer: tf.initializers.glorotUniform({ seed }),
      });
  }
}
