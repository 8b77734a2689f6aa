import { checkOptions, type GreyImage } from '../image';
import { tf } from '../tensorflow';
import { checkModel } from './checkModel';
import { convolutionsOf } from './convolutionsOf';
import { layerChain } from './layerChain';
import { pictureBatch, type InputScaleOption } from './pictureBatch';

/** What the filters of a layer answer to one picture: one map a filter. */
export interface FeatureMaps {
  readonly layer: string;
  readonly height: number;
  readonly width: number;
  /** One per filter, height x width values each, row-major; after the layer's activation function. */
  readonly maps: readonly Float32Array[];
}

export interface ActivationsOptions extends InputScaleOption {
  /** Names of layers whose output is made of maps; all convolutions by default. */
  readonly layers?: readonly string[];
}

/** The activations of a model's convolutions for one picture, in the order of the layers; dropout off.
 *  A filter that answers nothing has a map of zeros ('blank').
 *  Throws RangeError when the picture does not fit, a layer is unknown or has no maps, or the model has branches.
 *  Source: report section VII, Figures 14–17; Zeiler & Fergus 2014. */
export function activations(
  model: tf.LayersModel,
  image: GreyImage,
  options: ActivationsOptions,
): FeatureMaps[] {
  checkModel('activations', model);
  checkOptions('activations', options, '{ inputScale: 1 / 255 }');
  const { inputScale, layers: names } = options;
  const chain = layerChain('activations', model);
  const indices = (names ?? convolutionsOf(model)).map((name) => chain.indexOfMaps('layers', name));
  const found = new Map<number, FeatureMaps>();
  tf.tidy(() => {
    const last = Math.max(-1, ...indices);
    let value: tf.Tensor = pictureBatch('activations', model, [image], { inputScale });
    for (let index = 0; index <= last; index++) {
      value = chain.layers[index].apply(value, { training: false }) as tf.Tensor;
      if (indices.includes(index)) found.set(index, readMaps(chain.layers[index].name, value as tf.Tensor4D));
    }
  });
  return indices.map((index) => found.get(index)!);
}

function readMaps(layer: string, value: tf.Tensor4D): FeatureMaps {
  const [, height, width, filters] = value.shape;
  const values = value.transpose([0, 3, 1, 2]).dataSync() as Float32Array;
  const size = height * width;
  const maps = Array.from({ length: filters }, (_, filter) =>
    values.slice(filter * size, (filter + 1) * size),
  );
  return { layer, height, width, maps };
}
