import { boxesOf, type Scheme } from '../scheme';
import type { NetworkSizeOptions } from './networkSize';

/** The sizes of a network that reads the characters of `scheme`: its boxes' height and width, a class for each character of its alphabet.
 *  Throws RangeError when the scheme has no boxes. */
export function sizeFor(scheme: Scheme): Required<Omit<NetworkSizeOptions, 'width'>> {
  const [{ width, height }] = boxesOf(scheme, 'sizeFor');
  return { classes: scheme.alphabet.length, inputHeight: height, inputWidth: width };
}
