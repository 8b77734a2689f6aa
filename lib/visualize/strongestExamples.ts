import { checkWhole } from '../checks';
import { checkGreys, checkOptions, type GreyImage } from '../image';
import { tf } from '../tensorflow';
import { checkModel } from './checkModel';
import { checkFilters, filterCount } from './checkFilters';
import { applyLayers, layerChain } from './layerChain';
import { pictureBatch, type InputScaleOption } from './pictureBatch';

/** Pictures a filter answers to most. */
export interface StrongestExamples {
  readonly filter: number;
  /** Indices of the pictures, the strongest first; ties: the lower index first. */
  readonly examples: readonly number[];
  /** The filter's largest activation in each. */
  readonly responses: readonly number[];
}

export interface StrongestExamplesOptions extends InputScaleOption {
  /** Name of a layer with maps. */
  readonly layer: string;
  readonly filters: readonly number[];
  /** Pictures for each filter, 5 by default. */
  readonly count?: number;
  /** Pictures at a time, 32 by default. */
  readonly batchSize?: number;
}

/** For each filter the pictures, of those given, in which its largest activation is largest; dropout off.
 *  Throws RangeError when a picture does not fit, a layer or filter is unknown, or an option is out of range.
 *  Source: Zeiler & Fergus 2014, who show such pictures beside their projections. */
export function strongestExamples(
  model: tf.LayersModel,
  images: readonly GreyImage[],
  options: StrongestExamplesOptions,
): StrongestExamples[] {
  checkModel('strongestExamples', model);
  checkGreys('strongestExamples', images);
  checkOptions('strongestExamples', options, "{ inputScale: 1 / 255, layer: 'convolution_1', filters: [0] }");
  const { inputScale, layer, filters, count = 5, batchSize = 32 } = options;
  checkWhole('strongestExamples', { count }, 1);
  checkWhole('strongestExamples', { batchSize }, 1);
  const chain = layerChain('strongestExamples', model);
  const at = chain.indexOfMaps('layer', layer);
  checkFilters('strongestExamples', chain.layers[at], filters);
  const available = filterCount(chain.layers[at]);
  const largest = new Float32Array(images.length * available);
  for (let from = 0; from < Math.max(1, images.length); from += batchSize) {
    tf.tidy(() => {
      const some = pictureBatch('strongestExamples', model, images.slice(from, from + batchSize), {
        inputScale,
      });
      const maps = applyLayers(chain.layers.slice(0, at + 1), some);
      largest.set(maps.max([1, 2]).dataSync(), from * available);
    });
  }
  return filters.map((filter) => {
    const response = (example: number): number => largest[example * available + filter];
    const order = images.map((_, example) => example).sort((i, j) => response(j) - response(i) || i - j);
    const examples = order.slice(0, count);
    return { filter, examples, responses: examples.map(response) };
  });
}
