import { checkGreys, type GreyImage } from '../image';
import { tf } from '../tensorflow';

/** Factor on the pixels: the one the model was trained with. */
export interface InputScaleOption {
  readonly inputScale: number;
}

/** Pictures as a model takes them, [count, height, width, 1], pixels times `inputScale`. The caller disposes it.
 *  Throws RangeError when there is none, they do not fit the model, or the factor is not above 0. @internal */
export function pictureBatch(
  caller: string,
  model: tf.LayersModel,
  images: readonly GreyImage[],
  { inputScale }: InputScaleOption,
): tf.Tensor4D {
  checkGreys(caller, images);
  checkInputScale(caller, inputScale);
  if (images.length === 0)
    throw new RangeError(`${caller}: images must hold at least one picture, got none.`);
  const [height, width] = inputSize(caller, model);
  const size = height * width;
  const values = new Float32Array(images.length * size);
  images.forEach((image, index) => {
    if (image.height !== height || image.width !== width) {
      throw new RangeError(
        `${caller}: picture ${index} is ${image.height} x ${image.width} (height x width), but the model takes ` +
          `${height} x ${width}; crop it as the model's training characters were.`,
      );
    }
    for (let pixel = 0; pixel < size; pixel++) values[index * size + pixel] = image.data[pixel] * inputScale;
  });
  return tf.tensor4d(values, [images.length, height, width, 1]);
}

/** Height and width of the grey pictures a model takes. Throws RangeError for any other input. @internal */
export function inputSize(caller: string, model: tf.LayersModel): [number, number] {
  const [, height, width, channels] = model.inputs[0].shape;
  if (model.inputs[0].shape.length !== 4 || !height || !width || channels !== 1) {
    throw new RangeError(
      `${caller}: the model must take grey pictures of a fixed size, [batch, height, width, 1], but takes ` +
        `[${model.inputs[0].shape.map((side) => side ?? 'any').join(', ')}].`,
    );
  }
  return [height, width];
}

/** Throws RangeError unless `inputScale` is a number above 0. @internal */
export function checkInputScale(caller: string, inputScale: number): void {
  if (!(inputScale > 0 && Number.isFinite(inputScale))) {
    throw new RangeError(
      `${caller}: inputScale must be a number above 0 such as 1 or 1/255, got ${inputScale}.`,
    );
  }
}
