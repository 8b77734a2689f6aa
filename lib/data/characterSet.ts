/** Single characters, packed. Cut from CAPTCHAs of n characters by `cutCharacters`, example `i` is character `i % n` of CAPTCHA
 *  `floor(i / n)`; other sources (EMNIST) leave `captcha` at -1 and `position` at 0. */
export interface CharacterSet {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  /** count x height x width bytes, row-major, 0 (ink) to 255 (paper). */
  readonly pixels: Uint8Array;
  /** Class of each example: its character's index in the alphabet. */
  readonly labels: Uint8Array;
  /** Index of the CAPTCHA each example was cut from, or -1. */
  readonly captcha: Int32Array;
  /** Position in the CAPTCHA, from 0. */
  readonly position: Uint8Array;
}
