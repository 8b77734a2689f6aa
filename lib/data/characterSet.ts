/** Single characters cut from CAPTCHAs, packed. Example `i` is character `i % 5` of CAPTCHA `floor(i / 5)`
 *  when made by `extractCharacters`; other sources (EMNIST) leave `captcha` at -1 and `position` at 0. */
export interface CharacterSet {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** count x height x width bytes, row-major, 0 (ink) to 255 (paper). */
  readonly pixels: Uint8Array;
  /** Class of each example, 0–18. */
  readonly labels: Uint8Array;
  /** Index of the CAPTCHA each example was cut from, or -1. */
  readonly captcha: Int32Array;
  /** Position in the CAPTCHA, 0–4. */
  readonly position: Uint8Array;
}
