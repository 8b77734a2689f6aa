import { checkWhole } from '../checks';
import { checkGreys, checkOptions, type GreyImage } from '../image';
import { tf } from '../tensorflow';
import { checkModel } from './checkModel';
import { applyLayers, layerChain } from './layerChain';
import { classScores, type ScoreKind } from './classScores';
import { checkFinite } from './checkFinite';
import { convolutionsOf } from './convolutionsOf';
import { ownColumn } from './ownColumn';
import { pictureBatch, type InputScaleOption } from './pictureBatch';

/** Where a picture speaks for a class. */
export interface ClassActivationMap {
  readonly height: number;
  readonly width: number;
  /** Row-major, 0 to 1: divided by `peak`. All 0 when nothing speaks for the class. */
  readonly values: Float32Array;
  /** Largest value before the division; 0 for a blank map. */
  readonly peak: number;
  /** The class that was asked about. */
  readonly label: number;
}

export interface GradCamOptions extends InputScaleOption {
  /** Name of a layer with maps; the last convolution by default. */
  readonly layer?: string;
  /** Class asked about, one for all pictures or one each; the class the model gives each picture by default. */
  readonly labels?: number | ArrayLike<number>;
  /** 'logit' (default) differentiates the score before the softmax of a last fully-connected layer, as the paper says (of
   *  any other last layer its output); 'probability' the one after it, whose gradient vanishes where the network is
   *  certain. */
  readonly score?: ScoreKind;
  /** Pictures at a time, 32 by default. */
  readonly batchSize?: number;
}

/** Grad-CAM: the maps of a layer, each weighted by the mean gradient of the class's score with respect to it, added up,
 *  negative values set to 0; dropout off. The map has the layer's size; see `resizeMap`. Gradients of 0 give a blank map.
 *  Throws RangeError when a picture does not fit, a layer or class is unknown, the model has branches or gives NaN.
 *  Source: report section VII, Figure 22; Selvaraju et al. 2017, equations 1 and 2. */
export function gradCam(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  options: GradCamOptions,
): ClassActivationMap[] {
  checkModel('gradCam', model);
  checkGreys('gradCam', images);
  checkOptions('gradCam', options, '{ inputScale: 1 / 255 }');
  const { inputScale, layer, labels, score = 'logit', batchSize = 32 } = options;
  checkWhole('gradCam', { batchSize }, 1);
  const chain = layerChain('gradCam', model);
  const name = layer ?? convolutionsOf(model).at(-1);
  if (name === undefined) throw new RangeError('gradCam: the model must have a convolution, but has none.');
  const at = chain.indexOfMaps('layer', name);
  const front = chain.layers.slice(0, at + 1);
  const scores = classScores(chain.layers.slice(at + 1), score);
  const asked = askedLabels(labels, images.length, (model.outputs[0].shape as number[]).at(-1)!);
  const found: ClassActivationMap[] = [];
  for (let from = 0; from < Math.max(1, images.length); from += batchSize) {
    const some = images.slice(from, from + batchSize);
    tf.tidy(() => {
      const maps = applyLayers(front, pictureBatch('gradCam', model, some, { inputScale })) as tf.Tensor4D;
      const classes = asked?.slice(from, from + batchSize) ?? scores(maps).argMax(1).dataSync();
      const slope = tf.grad((a) => ownColumn(scores(a), classes).sum())(maps);
      const weights = slope.mean([1, 2], true);
      found.push(...readMaps(maps.mul(weights).sum<tf.Tensor3D>(3).relu(), classes));
    });
  }
  return found;
}

function askedLabels(
  labels: number | ArrayLike<number> | undefined,
  count: number,
  classes: number,
): number[] | undefined {
  if (labels === undefined) return undefined;
  const each = typeof labels === 'number' ? new Array<number>(count).fill(labels) : Array.from(labels);
  if (each.length !== count) {
    throw new RangeError(
      `gradCam: labels must be one class or one per picture (${count}), got ${each.length}.`,
    );
  }
  const wrong = each.find((label) => !Number.isInteger(label) || label < 0 || label >= classes);
  if (wrong === undefined) return each;
  throw new RangeError(`gradCam: labels must be whole numbers from 0 to ${classes - 1}, got ${wrong}.`);
}

function readMaps(maps: tf.Tensor3D, classes: ArrayLike<number>): ClassActivationMap[] {
  const [count, height, width] = maps.shape;
  const all = maps.dataSync() as Float32Array;
  return Array.from({ length: count }, (_, index) => {
    const values = all.slice(index * height * width, (index + 1) * height * width);
    checkFinite('gradCam', values);
    const peak = values.reduce((largest, value) => Math.max(largest, value), 0);
    if (peak > 0) values.forEach((value, place) => (values[place] = value / peak));
    return { height, width, values, peak, label: classes[index] };
  });
}
