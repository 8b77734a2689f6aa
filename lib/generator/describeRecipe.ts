import { bundledFonts } from './bundledFonts';
import type { DrawSetOptions } from './drawSet';
import { loadFont } from './loadFont';
import { GENERATOR_VERSION, type SetRecipe } from './setManifest';

/** What decides every picture of a set drawn with `options`. Throws RangeError for a text that cannot name
 *  files. @internal */
export function describeRecipe({
  seed,
  count,
  text,
  noise = true,
  steps = false,
  fonts = bundledFonts(),
}: DrawSetOptions): SetRecipe {
  // What Windows, macOS or Linux refuse in a name, and a leading dot, which hides a file.
  if (text !== undefined && /[\p{Cc}<>:"/\\|?*]|^\.|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(text)) {
    throw new RangeError(
      `text: the pictures are named by it, and ${JSON.stringify(text)} cannot name a file. ` +
        'Use letters and digits.',
    );
  }
  return {
    generator: 'captcha-lab',
    version: GENERATOR_VERSION,
    seed,
    count,
    text: text ?? null,
    noise,
    steps,
    fonts: fonts.map(loadFont).map(({ file, sha256 }) => ({ file, sha256 })),
  };
}
