import { checkWhole } from '../checks';
import { Dropout } from '../model';
import { deriveSeed } from '../random';
import type { Scheme } from '../scheme';
import { tf } from '../tensorflow';
import { inputSize } from './inputSize';

export interface BuildRecognizerOptions {
  /** Seed of the first weights; a whole number. */
  readonly seed: number;
  /** Fraction of the layers' widths, above 0; 1 by default. */
  readonly width?: number;
  /** Share of the features that training leaves out before the last layer, 0 to below 1; 0.2 by default. */
  readonly dropout?: number;
}

/** Added to a channel's variance; that of TensorFlow's kernel. */
export const BATCH_NORMALIZATION_EPSILON = 1e-3;

/** A network that reads pictures of a scheme from left to right, without boxes and whatever the length of the text: four convolutions
 *  with pooling look at the picture, two over the columns at what is left and right of each, and every column of 2 pixels names a
 *  character or none. Batch normalisation after each convolution: by the CTC loss alone a fresh network would long see nothing
 *  but blanks. Input [batch, 48, width, 1], see `inputSize` and `pictureInput`; output [batch, columns, characters + 1], scores
 *  before a softmax, the last of which is the blank. ReLU, He's initialisation. 0.44 million parameters at width 1.
 *  The caller disposes the model. Throws RangeError for an option out of range.
 *  Source: Shi, Bai & Yao 2017 (convolutions, then CTC), with convolutions in place of their recurrent layers; Ioffe & Szegedy 2015. */
export function buildRecognizer(
  scheme: Pick<Scheme, 'width' | 'height' | 'length' | 'alphabet'>,
  { seed, width = 1, dropout = 0.2 }: BuildRecognizerOptions,
): tf.LayersModel {
  checkWhole('buildRecognizer', { seed });
  if (!(width > 0 && Number.isFinite(width))) {
    throw new RangeError(`buildRecognizer: width must be a fraction above 0, such as 0.25, got ${width}.`);
  }
  if (!(dropout >= 0 && dropout < 1)) {
    throw new RangeError(`buildRecognizer: dropout must be a share from 0 to below 1, got ${dropout}.`);
  }
  const size = inputSize(scheme);
  const filters = (count: number): number => Math.max(1, Math.round(count * width));
  const start = (name: string): ReturnType<typeof tf.initializers.heNormal> =>
    tf.initializers.heNormal({ seed: deriveSeed(seed, name) });
  const model = tf.sequential({ name: 'recognizer' });
  const look = (name: string, count: number, kernelSize: [number, number], input: object = {}): void => {
    const kernelInitializer = start(name);
    const shared = { filters: filters(count), kernelSize, padding: 'same' as const, kernelInitializer };
    // The normalisation's offset takes a bias's place.
    model.add(tf.layers.conv2d({ ...input, ...shared, name, useBias: false }));
    model.add(
      tf.layers.batchNormalization({ name: `${name}_normalization`, epsilon: BATCH_NORMALIZATION_EPSILON }),
    );
    model.add(tf.layers.activation({ name: `${name}_relu`, activation: 'relu' }));
  };
  const pool = (name: string, poolSize: [number, number]): void => {
    model.add(tf.layers.maxPooling2d({ name: `${name}_pooling`, poolSize, strides: poolSize }));
  };
  look('convolution_1', 16, [3, 3], { inputShape: [size.height, size.width, 1] });
  pool('convolution_1', [2, 2]);
  look('convolution_2', 32, [3, 3]);
  pool('convolution_2', [2, 1]);
  look('convolution_3', 64, [3, 3]);
  pool('convolution_3', [2, 1]);
  look('convolution_4', 96, [3, 3]);
  pool('convolution_4', [2, 1]);
  // Rows and maps become the features of a column.
  model.add(tf.layers.permute({ name: 'columns', dims: [2, 1, 3] }));
  const rows = size.height / 16;
  model.add(tf.layers.reshape({ name: 'features', targetShape: [1, size.columns, rows * filters(96)] }));
  look('context_1', 160, [1, 5]);
  look('context_2', 160, [1, 5]);
  if (dropout > 0) model.add(new Dropout({ name: 'dropout', rate: dropout }));
  model.add(
    tf.layers.conv2d({
      name: 'output',
      filters: scheme.alphabet.length + 1,
      kernelSize: [1, 1],
      kernelInitializer: start('output'),
    }),
  );
  model.add(tf.layers.reshape({ name: 'scores', targetShape: [size.columns, scheme.alphabet.length + 1] }));
  return model;
}
