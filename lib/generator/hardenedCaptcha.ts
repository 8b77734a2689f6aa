import { CAPTCHA_HEIGHT, CAPTCHA_WIDTH } from '../report';
import { rgbaImage, type GreyImage } from '../image';
import { createRandom, deriveSeed } from '../random';
import { background } from './background';
import { bundledFonts } from './bundledFonts';
import { compose } from './compose';
import { drawNoise } from './drawNoise';
import { addGlyph } from './drawText';
import { moreFonts } from './moreFonts';
import { noiseCurves } from './noiseCurves';
import { placeText, TEXT_END, TEXT_GAP } from './placeText';
import { randomText } from './randomText';
import { resampleRgba } from './resampleRgba';
import { ripple, rippleMap } from './ripple';
import { water, waterMap } from './water';

/** What a defender may change about the generator.
 *  'random phase': the waves of water and ripple begin elsewhere in each picture, so that no fixed map undoes them;
 *  'overlap': letters overlap by 4 pixels instead of standing 2 apart;
 *  'more fonts': ten faces, serif, oblique and monospaced ones among them, instead of two;
 *  'warped lines': the noise curves are drawn before the distortion, so that they bend as letters do and stay whole when it is undone. */
export const KNOBS = ['random phase', 'overlap', 'more fonts', 'warped lines'] as const;

/** A change to the generator. */
export type Knob = (typeof KNOBS)[number];

export interface HardenedCaptchaOptions {
  /** A whole number; the same seed and knobs give the same picture. */
  readonly seed: number;
  /** Knobs that are turned; none by default, which gives what `generateCaptcha` does in looks. */
  readonly knobs?: readonly Knob[];
  /** What to draw; five random characters by default. */
  readonly text?: string;
}

const OVERLAP = -4;
const TRIES = 1000;

/** A CAPTCHA as the generator would draw it with some of its weaknesses mended, to measure what each is worth.
 *  Throws RangeError for an unknown knob, and as `drawText` does. */
export function hardenedCaptcha({ seed, knobs = [], text }: HardenedCaptchaOptions): {
  readonly text: string;
  readonly image: GreyImage;
} {
  const unknown = knobs.find((knob) => !KNOBS.includes(knob));
  if (unknown !== undefined) {
    throw new RangeError(
      `hardenedCaptcha: knobs must be of ${KNOBS.join(', ')}, got ${JSON.stringify(unknown)}.`,
    );
  }
  const turned = new Set(knobs);
  const random = createRandom(deriveSeed(seed, 'phases'));
  const phase = (): number => 2 * Math.PI * random.uniform();
  const curves = noiseCurves({ seed: deriveSeed(seed, 'noise') });
  const drawn = drawFitting(seed, turned, text);
  const lined = turned.has('warped lines') ? drawNoise(drawn.image, curves) : drawn.image;
  const bent = turned.has('random phase')
    ? resampleRgba(
        resampleRgba(lined, waterMap(CAPTCHA_WIDTH, CAPTCHA_HEIGHT, phase())),
        rippleMap(CAPTCHA_WIDTH, CAPTCHA_HEIGHT, [phase(), phase()]),
      )
    : ripple(water(lined));
  const finished = turned.has('warped lines') ? bent : drawNoise(bent, curves);
  return { text: drawn.text, image: compose(finished, { background: background() }) };
}

function drawFitting(
  seed: number,
  turned: ReadonlySet<Knob>,
  wanted: string | undefined,
): { text: string; image: ReturnType<typeof rgbaImage> } {
  const fonts = turned.has('more fonts') ? moreFonts() : bundledFonts();
  const gap = turned.has('overlap') ? OVERLAP : TEXT_GAP;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const text = wanted ?? randomText({ seed: deriveSeed(seed, 'text', attempt) });
    const { glyphs, end } = placeText(text, { fonts, seed: deriveSeed(seed, 'fonts', attempt), gap });
    if (end > TEXT_END) continue;
    const image = rgbaImage(CAPTCHA_WIDTH, CAPTCHA_HEIGHT);
    for (const { x, glyph } of glyphs) addGlyph(image, glyph, x);
    return { text, image };
  }
  throw new RangeError(
    `hardenedCaptcha: text must fit the picture, got ${JSON.stringify(wanted)}; use fewer or narrower characters.`,
  );
}
