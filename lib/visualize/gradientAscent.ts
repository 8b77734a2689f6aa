import type { tf } from '../tensorflow';
import { checkFilters, filterCount } from './checkFilters';
import { checkAscentOptions } from './checkAscentOptions';
import { openAscentGraph, type Ascent } from './ascentGraph';
import type { ResponseKind } from './filterResponse';
import { layerChain } from './layerChain';
import { checkInputScale, inputSize, type InputScaleOption } from './pictureBatch';
import { startNoise } from './startNoise';
import { tapedAscent } from './tapedAscent';

/** What a filter answers to most strongly, as far as the ascent came. */
export interface FilterPattern {
  readonly filter: number;
  readonly height: number;
  readonly width: number;
  /** Pixels, row-major, in the units of a picture (about 0 to 255) but not clipped to them. */
  readonly values: Float32Array;
  /** Mean response of the filter to the pattern, and to the noise it started from. */
  readonly response: number;
  readonly responseBefore: number;
}

export interface GradientAscentOptions extends InputScaleOption {
  /** Name of the layer, any of the model's. */
  readonly layer: string;
  /** Filters, or units of a fully-connected layer; the first 64 by default, as in the report. */
  readonly filters?: readonly number[];
  /** What is raised: 'activations' (default), as in the report, or 'sums', with which no filter keeps its noise for being
   *  silent on it. */
  readonly response?: ResponseKind;
  /** Steps, 40 by default. */
  readonly steps?: number;
  /** Step size, 1 by default: each step moves pixels by 1 in the root mean square. */
  readonly stepSize?: number;
  /** Lowest and highest grey of the noise at the start; 128 and 148 by default, the report's. Stronger noise opens filters that
   *  look for contrast, and wants more steps to be overcome. */
  readonly noise?: readonly [number, number];
  /** Seed of the noise each filter's picture starts from. */
  readonly seed: number;
  /** Patterns computed at a time, 32 by default. */
  readonly batchSize?: number;
}

/** Gradient ascent in input space: from grey noise the picture is moved `steps` times along the
 *  gradient of the filter's mean response, divided by its root mean square; dropout off. A filter whose gradient is 0,
 *  as a blank one's, keeps its noise. Several filters share a pass, and of the layer itself only those filters are computed.
 *  Throws RangeError for an unknown layer or filter, an option out of range, or a model with branches.
 *  Source: report section VII, Figures 18–21; Yosinski et al. 2015; constants: recipe of the report. */
export function gradientAscent(model: tf.LayersModel, options: GradientAscentOptions): FilterPattern[] {
  const {
    inputScale,
    layer,
    response: kind = 'activations',
    steps = 40,
    stepSize = 1,
    seed,
    batchSize = 32,
    noise: levels = [128, 148],
  } = options;
  checkInputScale('gradientAscent', inputScale);
  checkAscentOptions({ steps, stepSize, batchSize, seed, levels });
  const chain = layerChain('gradientAscent', model);
  const target = chain.layers[chain.indexOf(layer)];
  const filters =
    options.filters ?? Array.from({ length: Math.min(64, filterCount(target)) }, (_, filter) => filter);
  checkFilters('gradientAscent', target, filters);
  const [height, width] = inputSize('gradientAscent', model);
  const before = chain.layers.slice(0, chain.indexOf(layer));
  const patterns: FilterPattern[] = [];
  for (let from = 0; from < filters.length; from += batchSize) {
    const chosen = filters.slice(from, from + batchSize);
    const choice = { filters: chosen, kind, inputScale, stepSize };
    const ascent = openAscentGraph(before, target, choice) ?? tapedAscent(before, target, choice);
    const noise = startNoise(chosen, { height, width, seed, layer, levels });
    let climbed: ReturnType<typeof climb>;
    try {
      climbed = climb(noise, ascent, steps);
    } finally {
      ascent.dispose();
    }
    const [values, first, last] = climbed;
    const size = height * width;
    chosen.forEach((filter, slot) => {
      patterns.push({
        filter,
        height,
        width,
        values: values.slice(slot * size, (slot + 1) * size),
        response: last[slot],
        responseBefore: first[slot],
      });
    });
  }
  return patterns;
}

/** Follows each picture's own gradient; disposes `start`. Gives the pictures, and the responses before and after. */
function climb(
  start: tf.Tensor4D,
  ascent: Ascent,
  steps: number,
): [pictures: Float32Array, before: Float32Array, after: Float32Array] {
  const first = ascent.responses(start);
  let pictures = start;
  for (let step = 0; step < steps; step++) {
    const next = ascent.step(pictures);
    pictures.dispose();
    pictures = next;
  }
  const found = [
    pictures.dataSync<'float32'>(),
    first,
    steps > 0 ? ascent.responses(pictures) : first,
  ] as const;
  pictures.dispose();
  return [...found];
}
