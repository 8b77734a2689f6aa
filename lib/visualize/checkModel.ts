import { describeValue } from '../image';
import type { tf } from '../tensorflow';

/** Throws TypeError, naming the caller, unless `model` is a model of layers. @internal */
export function checkModel(caller: string, model: unknown): void {
  if (Array.isArray((model as Partial<tf.LayersModel> | null | undefined)?.layers)) return;
  throw new TypeError(
    `${caller}: model must be a network such as buildModel(TABLE_IV, { seed: 1 }) or loadModel(folder) gives, got ${describeValue(model)}.`,
  );
}
