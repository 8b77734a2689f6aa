import { createRandom, deriveSeed } from '../random';
import type { LabelledInputs } from './labelledInputs';
import { writeVariation } from './writeVariation';

/** A function that gives the batch of any step, the same whenever it is asked: all pictures in a shuffled order, then in another one,
 *  batches running on from one round to the next, each picture varied anew. `images` is overwritten by the next. @internal */
export function trainingBatches(
  { size, count, values, texts }: LabelledInputs,
  { batchSize, seed }: { readonly batchSize: number; readonly seed: number },
): (step: number) => { images: Float32Array; texts: (readonly number[])[] } {
  const length = size.height * size.width;
  const images = new Float32Array(batchSize * length);
  let known = -1;
  let order = new Uint32Array();
  const pictureAt = (place: number): number => {
    const round = Math.floor(place / count);
    if (round !== known) {
      order = Uint32Array.from({ length: count }, (_, index) => index);
      createRandom(deriveSeed(seed, 'order', round)).shuffle(order);
      known = round;
    }
    return order[place % count];
  };
  return (step) => {
    const random = createRandom(deriveSeed(seed, 'variation', step));
    const chosen = Array.from({ length: batchSize }, (_, slot) => pictureAt(step * batchSize + slot));
    chosen.forEach((picture, slot) => {
      const source = values.subarray(picture * length, (picture + 1) * length);
      writeVariation(images.subarray(slot * length, (slot + 1) * length), source, { size, random });
    });
    return { images, texts: chosen.map((picture) => texts[picture]) };
  };
}
