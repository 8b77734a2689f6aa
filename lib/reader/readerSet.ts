import { ALPHABET, CAPTCHA_LENGTH } from '../report';
import { type Captcha } from '../data';
import { CAPTCHA_PIXELS, inkOf } from './inkOf';

/** Whole CAPTCHAs as a reader learns from them, packed. */
export interface ReaderSet {
  readonly count: number;
  /** count x 10,000 bytes, 0 (paper) to 255 (ink), see `inkOf`. */
  readonly ink: Uint8Array;
  /** count x 5 classes. */
  readonly labels: Uint8Array;
  /** count x 5: x of each character's middle before the distortion, in pixels; known of drawn pictures only. */
  readonly centres?: Float32Array;
}

/** Labelled CAPTCHAs as a set. Throws RangeError when there is none, a picture is not 200 x 50, or a text is not five
 *  characters of the alphabet. */
export function readerSet(captchas: readonly Pick<Captcha, 'image' | 'label'>[]): ReaderSet {
  if (captchas.length === 0) throw new RangeError('readerSet: captchas must hold at least one, got none.');
  const ink = new Uint8Array(captchas.length * CAPTCHA_PIXELS);
  const labels = new Uint8Array(captchas.length * CAPTCHA_LENGTH);
  captchas.forEach(({ image, label }, index) => {
    ink.set(inkOf(image), index * CAPTCHA_PIXELS);
    labels.set(labelsOf(label), index * CAPTCHA_LENGTH);
  });
  return { count: captchas.length, ink, labels };
}

function labelsOf(text: string): number[] {
  const labels = Array.from(text, (character) => ALPHABET.indexOf(character));
  if (labels.length !== CAPTCHA_LENGTH || labels.includes(-1)) {
    throw new RangeError(
      `readerSet: a label must be ${CAPTCHA_LENGTH} characters of ${ALPHABET}, got ${JSON.stringify(text)}.`,
    );
  }
  return labels;
}

/** The CAPTCHAs at `indices`, copied. Throws RangeError for an index outside the set. */
export function selectCaptchas(set: ReaderSet, indices: ArrayLike<number>): ReaderSet {
  const ink = new Uint8Array(indices.length * CAPTCHA_PIXELS);
  const labels = new Uint8Array(indices.length * CAPTCHA_LENGTH);
  const centres = set.centres && new Float32Array(labels.length);
  for (let rank = 0; rank < indices.length; rank++) {
    const index = indices[rank];
    if (!Number.isInteger(index) || index < 0 || index >= set.count) {
      throw new RangeError(
        `selectCaptchas: indices must be whole numbers from 0 to ${set.count - 1}, got ${index}.`,
      );
    }
    ink.set(set.ink.subarray(index * CAPTCHA_PIXELS, (index + 1) * CAPTCHA_PIXELS), rank * CAPTCHA_PIXELS);
    const [from, to] = [index * CAPTCHA_LENGTH, (index + 1) * CAPTCHA_LENGTH];
    labels.set(set.labels.subarray(from, to), rank * CAPTCHA_LENGTH);
    if (set.centres) centres?.set(set.centres.subarray(from, to), rank * CAPTCHA_LENGTH);
  }
  return { count: indices.length, ink, labels, ...(centres && { centres }) };
}
