import type { NetworkCard } from '../../../../lib/experiments/networkCard';

/** A character that the page draws: place `place` of the CAPTCHA that `generateCaptcha({ text, seed })` gives, cut as the
 *  report cuts. */
export interface DrawnCharacter {
  readonly text: string;
  readonly seed: number;
  readonly place: number;
}

/** The characters that the page can draw, the same number of each class, class by class. */
export interface DrawnCharacters {
  /** Of the part of the generated set that networks learn from. */
  readonly train: readonly DrawnCharacter[];
  /** Of the part that is kept aside. */
  readonly test: readonly DrawnCharacter[];
}

/** What the page "Look into a network" loads when it is asked to. */
export interface NetworkData {
  readonly card: NetworkCard;
  readonly topology: object;
  readonly weightSpecs: readonly object[];
  /** Base64 of the packed weights, see `packWeights`. */
  readonly weights: string;
  /** Bytes of each value that lie apart in the packed weights. */
  readonly bytesOfValue: number;
  readonly characters: DrawnCharacters;
}

/** Name of the global that assets/network-data.js sets. */
export const NETWORK_DATA = 'captchaLabNetwork';

/** Characters of each class in each part. */
export const EXAMPLES_OF_CLASS = 10;

/** Classes that the page names, the strongest first. */
export const STRONGEST_CLASSES = 5;

/** Characters shown for a filter. */
export const STRONGEST_CHARACTERS = 5;
