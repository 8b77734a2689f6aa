import type { Box } from '../image';
import type { CleaningStep } from './cleaningStep';

/** A kind of CAPTCHA: all that the kit's general rooms know about the pictures they work on. Plain data, so that results, model
 *  cards and saved networks carry it as JSON. `checkScheme` has the rules. */
export interface Scheme {
  /** What messages and figures call it: `report`. */
  readonly name: string;
  /** Size of every picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The characters that occur, up to 100, upper and lower case apart; a character's index is its class. */
  readonly alphabet: string;
  /** Fewest and most characters of a text. */
  readonly length: { readonly min: number; readonly max: number };
  /** How a picture is cleaned, in order; may be empty. */
  readonly clean: readonly CleaningStep[];
  /** Where the characters stand when each always stands in the same place: one box of one size for each, left to right. Left out
   *  for texts whose length or places vary. */
  readonly boxes?: readonly Box[];
}
