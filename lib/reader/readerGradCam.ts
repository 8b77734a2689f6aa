import { ALPHABET, CAPTCHA_HEIGHT, CAPTCHA_LENGTH, CAPTCHA_WIDTH, classOf } from '../report';
import type { GreyImage } from '../image';
import { tf } from '../tensorflow';
import { ctcOccupancy, type ColumnProbabilities } from '../ctc';
import { inkOf } from './inkOf';
import { readColumns, readerInput } from './readCaptchas';

/** Where a picture speaks for one character of its text. */
export interface CharacterActivationMap {
  /** The character asked about. */
  readonly character: string;
  /** 3 rows of 50 columns for the reader's last pooling. */
  readonly height: number;
  readonly width: number;
  /** Row-major, 0 to 1: divided by `peak`. All 0 when nothing speaks for the character. */
  readonly values: Float32Array;
  /** Largest value before the division; 0 for a blank map. */
  readonly peak: number;
}

export interface ReaderGradCamOptions {
  /** The text asked about, five characters of the alphabet; by default the one that is read. */
  readonly text?: string;
  /** As in `readCaptchas`; 1 by default. */
  readonly temperature?: number;
  /** Name of a layer with maps; by default the last pooling, 3 rows of 50 columns of 4 pixels. */
  readonly layer?: string;
}

/** What the reader looked at for each character of a text: one map a place, at the layer's size (see `resizeMap`), over the
 *  picture with its distortion undone. Each map of the layer is multiplied, place by place, by the gradient of the text's log
 *  likelihood with respect to it, as far as it comes through the columns that write the character; then all are added up and
 *  negative values set to 0. Dropout is off.
 *  Grad-CAM weighs a map by its mean gradient over the whole picture. Here, where all five characters share their strokes, it
 *  lights up the same strokes of the others: on 20 drawn pictures 29% of a map lay on its own character, place by place 98%.
 *  The gradient with respect to the scores is written down, not differentiated: float32 would lose it where the network is
 *  certain.
 *  Throws RangeError when the picture is not 200 x 50, an option is out of range or nothing is read.
 *  Source: Selvaraju et al. 2017; gradients place by place: Draelos & Carin 2020 (HiResCAM). */
export function readerGradCam(
  model: tf.LayersModel,
  image: GreyImage,
  { text, temperature = 1, layer }: ReaderGradCamOptions = {},
): CharacterActivationMap[] {
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new RangeError(`readerGradCam: temperature must be a number above 0, got ${temperature}.`);
  }
  const asked = text === undefined ? undefined : checkedText(text);
  const input = readerInput([inkOf(image)]);
  const chain = model.layers.filter((each) => each.getClassName() !== 'InputLayer');
  const after = layerWithMaps(chain, layer) + 1;
  let found: CharacterActivationMap[] = [];
  tf.tidy(() => {
    const picture = tf.tensor4d(input, [1, CAPTCHA_HEIGHT, CAPTCHA_WIDTH, 1]);
    const maps = apply(chain.slice(0, after), picture) as tf.Tensor4D;
    const rest = chain.slice(after);
    const scores = apply(rest, maps) as tf.Tensor3D;
    const [, steps, classes] = scores.shape;
    const values = scores.div(temperature).softmax().dataSync() as Float32Array;
    const columns = { steps, classes, values };
    const shown = asked ?? readColumns(columns).text;
    if (shown === '') throw new RangeError('readerGradCam: nothing was read; give a text to ask about.');
    const slopes = tf.tensor3d(scoreGradients(columns, shown), [shown.length, steps, classes]);
    // All places in one batch.
    const all = maps.tile([shown.length, 1, 1, 1]);
    const gradient = tf.grad((a) => apply(rest, a).mul(slopes).sum())(all);
    const summed = all.mul(gradient).sum<tf.Tensor3D>(3).relu();
    found = readMaps(summed.dataSync() as Float32Array, summed.shape, shown);
  });
  return found;
}

function checkedText(text: string): string {
  if (text.length === CAPTCHA_LENGTH && Array.from(text).every((one) => classOf(one) >= 0)) return text;
  throw new RangeError(
    `readerGradCam: text must be ${CAPTCHA_LENGTH} characters of ${ALPHABET}, got ${JSON.stringify(text)}.`,
  );
}

function layerWithMaps(chain: readonly tf.layers.Layer[], name: string | undefined): number {
  const index = chain.findLastIndex((each) =>
    name === undefined ? each.getClassName() === 'MaxPooling2D' : each.name === name,
  );
  if (index >= 0 && (chain[index].outputShape as tf.Shape).length === 4) return index;
  throw new RangeError(
    `readerGradCam: layer must be one of the model's with maps, ${chain.map((each) => each.name).join(', ')}; ` +
      `got ${name ?? 'a model without pooling'}.`,
  );
}

function apply(layers: readonly tf.layers.Layer[], input: tf.Tensor): tf.Tensor {
  return layers.reduce((value, layer) => layer.apply(value, { training: false }) as tf.Tensor, input);
}

/** Gradient of the text's log likelihood with respect to the scores, the part of each place for itself: places x steps x
 *  classes. A column counts as much as it probably writes the place's character. */
function scoreGradients(columns: ColumnProbabilities, text: string): Float32Array {
  const { steps, classes, values } = columns;
  const labels = Array.from(text, classOf);
  const gradients = new Float32Array(labels.length * steps * classes);
  ctcOccupancy(columns, labels).forEach((occupancy, place) => {
    for (let step = 0; step < steps; step++) {
      const shares = values.subarray(step * classes, (step + 1) * classes);
      const at = (place * steps + step) * classes;
      // 1 minus the character's own probability, which near 1 has no digits left: the sum of all others has.
      let others = 0;
      shares.forEach((share, label) => {
        if (label === labels[place]) return;
        others += share;
        gradients[at + label] = -occupancy[step] * share;
      });
      gradients[at + labels[place]] = occupancy[step] * others;
    }
  });
  return gradients;
}

function readMaps(
  all: Float32Array,
  [, height, width]: readonly number[],
  text: string,
): CharacterActivationMap[] {
  return Array.from(text, (character, place) => {
    const values = all.slice(place * height * width, (place + 1) * height * width);
    const peak = values.reduce((largest, value) => Math.max(largest, value), 0);
    if (peak > 0) values.forEach((value, index) => (values[index] = value / peak));
    return { character, height, width, values, peak };
  });
}
