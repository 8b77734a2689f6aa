import { generateCaptcha } from '../../../../../lib/generator/generateCaptcha';
import type { GreyImage } from '../../../../../lib/image/greyImage';
import { cropCharacters } from '../../../../../lib/report/cropCharacters';
import { preprocess } from '../../../../../lib/report/preprocess';
import type { DrawnCharacter } from '../networkData';

const drawn = new Map<DrawnCharacter, GreyImage>();

/** The character as the network gets it: 21 x 38, ink 0 and paper 255. Kept once drawn. */
export function drawCharacter(character: DrawnCharacter): GreyImage {
  let image = drawn.get(character);
  if (!image) {
    const { text, seed, place } = character;
    image = cropCharacters(preprocess(generateCaptcha({ text, seed }).image).clean)[place];
    drawn.set(character, image);
  }
  return image;
}
