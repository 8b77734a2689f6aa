import { classIn } from '../scheme';
import type { GreyImage } from '../image';
import type { InputSize } from './inputSize';
import { pictureInput } from './pictureInput';

/** Pictures ready to be learnt from, each with its text. */
export interface LabelledInputs {
  readonly size: InputSize;
  readonly count: number;
  /** count x height x width values, what `pictureInput` gives times 127. */
  readonly values: Int8Array;
  /** Class indices of each text. */
  readonly texts: readonly (readonly number[])[];
}

/** A picture with what it says. */
export interface LabelledPicture {
  readonly image: GreyImage;
  readonly label: string;
}

/** Prepares pictures for training. Throws RangeError for a text with a character that the alphabet lacks. */
export function labelledInputs(
  pictures: readonly LabelledPicture[],
  { size, alphabet }: { readonly size: InputSize; readonly alphabet: string },
): LabelledInputs {
  const length = size.height * size.width;
  const values = new Int8Array(pictures.length * length);
  const texts = pictures.map(({ image, label }, index) => {
    const input = pictureInput(image, size);
    for (let at = 0; at < length; at++) values[index * length + at] = Math.round(127 * input[at]);
    return Array.from(label, (character) => {
      const found = classIn(alphabet, character);
      if (found >= 0) return found;
      throw new RangeError(
        `labelledInputs: texts must be of the alphabet ${alphabet}, got ${JSON.stringify(label)}.`,
      );
    });
  });
  return { size, count: pictures.length, values, texts };
}
