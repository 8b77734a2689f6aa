import type { GreyImage } from '../../../../../lib/image/greyImage';
import type { tf as TensorFlow } from '../../../../../lib/tensorflow';
import { activations, type FeatureMaps } from '../../../../../lib/visualize/activations';
import { pictureBatch } from '../../../../../lib/visualize/pictureBatch';
import { tf } from '../../try/browser/tf';

type LayersModel = TensorFlow.LayersModel;

/** The network's answer: its classes, the likeliest first; ties: the lower class first. */
export function rankClasses(
  model: LayersModel,
  image: GreyImage,
  inputScale: number,
): { readonly label: number; readonly share: number }[] {
  const shares = tf.tidy(() => {
    const batch = pictureBatch('rankClasses', model, [image], { inputScale });
    return (model.predict(batch) as TensorFlow.Tensor).dataSync();
  });
  return Array.from(shares, (share, label) => ({ label, share })).sort(
    (one, other) => other.share - one.share || one.label - other.label,
  );
}

/** Names of the layers that have maps. */
export function layersWithMaps(model: LayersModel): string[] {
  return model.layers
    .filter((layer) => ['Conv2D', 'MaxPooling2D'].includes(layer.getClassName()))
    .map(({ name }) => name);
}

/** The maps of one layer. */
export function mapsOf(model: LayersModel, image: GreyImage, layer: string, inputScale: number): FeatureMaps {
  return activations(model, image, { inputScale, layers: [layer] })[0];
}
