import { checkWhole } from '../checks';
import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH, CLASSES } from '../report';
import { Dropout } from '../model';
import { deriveSeed } from '../random';
import { tf } from '../tensorflow';

/** Class of "no character here", after the characters. */
export const BLANK = CLASSES;

/** Columns that the reader looks at, each 4 pixels wide. */
export const READER_STEPS = CAPTCHA_WIDTH / 4;

export interface BuildReaderOptions {
  /** Seed of the first weights; a whole number. */
  readonly seed: number;
  /** Fraction of the layers' widths, above 0; 1 by default. */
  readonly width?: number;
  /** Share of the features that training leaves out before the last layer, 0 to below 1; 0.25 by default. */
  readonly dropout?: number;
}

/** A network that reads a whole CAPTCHA from left to right, without boxes: four convolutions with pooling look at the
 *  picture, two over the columns at what is left and right of each, and every column of 4 pixels names a character or none.
 *  Input [batch, 50, 200, 1], ink from 0 to 1 with the distortion undone (see `inkOf`, `undistort`); output [batch, 50, 20], scores before a softmax, the last of
 *  which is the blank. ReLU, He's initialisation. 0.44 million parameters at width 1. The caller disposes the model.
 *  Throws RangeError for an option out of range.
 *  Source: Shi, Bai & Yao 2017 (convolutions, then CTC), with convolutions in place of their recurrent layers. */
export function buildReader({ seed, width = 1, dropout = 0.25 }: BuildReaderOptions): tf.LayersModel {
  checkWhole('buildReader', { seed });
  if (!(width > 0 && Number.isFinite(width))) {
    throw new RangeError(`buildReader: width must be a fraction above 0, such as 0.25, got ${width}.`);
  }
  if (!(dropout >= 0 && dropout < 1)) {
    throw new RangeError(`buildReader: dropout must be a share from 0 to below 1, got ${dropout}.`);
  }
  const filters = (count: number): number => Math.max(1, Math.round(count * width));
  const start = (name: string): ReturnType<typeof tf.initializers.heNormal> =>
    tf.initializers.heNormal({ seed: deriveSeed(seed, name) });
  const model = tf.sequential({ name: 'reader' });
  const look = (name: string, count: number, pool: [number, number], input: object = {}): void => {
    model.add(
      tf.layers.conv2d({
        ...input,
        name,
        filters: filters(count),
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: start(name),
      }),
    );
    model.add(tf.layers.maxPooling2d({ name: `${name}_pooling`, poolSize: pool, strides: pool }));
  };
  look('convolution_1', 16, [2, 2], { inputShape: [CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1] });
  look('convolution_2', 32, [2, 2]);
  look('convolution_3', 64, [2, 1]);
  look('convolution_4', 96, [2, 1]);
  // Rows and maps become the features of a column.
  model.add(tf.layers.permute({ name: 'columns', dims: [2, 1, 3] }));
  model.add(tf.layers.reshape({ name: 'features', targetShape: [READER_STEPS, 3 * filters(96)] }));
  for (const name of ['context_1', 'context_2']) {
    model.add(
      tf.layers.conv1d({
        name,
        filters: filters(160),
        kernelSize: 5,
        padding: 'same',
        activation: 'relu',
        kernelInitializer: start(name),
      }),
    );
  }
  if (dropout > 0) model.add(new Dropout({ name: 'dropout', rate: dropout }));
  model.add(tf.layers.dense({ name: 'output', units: CLASSES + 1, kernelInitializer: start('output') }));
  return model;
}
