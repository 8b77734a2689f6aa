import { generateCaptcha } from '../../../../../lib/generator/generateCaptcha';
import { hardenedCaptcha, type Knob } from '../../../../../lib/generator/hardenedCaptcha';
import type { GreyImage } from '../../../../../lib/image/greyImage';

/** A CAPTCHA as `hardenedCaptcha` draws it with these knobs, or as `generateCaptcha` does with none; of a text that the seed
 *  decides unless one is given. Throws RangeError where they do. */
export function drawCaptcha({ seed, knobs, text }: { seed: number; knobs: readonly Knob[]; text?: string }): {
  readonly text: string;
  readonly image: GreyImage;
} {
  const wanted = text === undefined ? { seed } : { seed, text };
  return knobs.length === 0 ? generateCaptcha(wanted) : hardenedCaptcha({ ...wanted, knobs });
}
