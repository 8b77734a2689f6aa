import type { Box } from '../image';
import type { Scheme } from './scheme';

/** The boxes of a scheme's characters, one for each, of one size, left to right. Throws RangeError, naming the scheme, when it has none:
 *  characters whose number or place varies cannot be cut out by fixed boxes. `caller` names the function in the message. */
export function boxesOf({ name, length, boxes }: Scheme, caller = 'boxesOf'): readonly Box[] {
  if (boxes !== undefined) return boxes;
  const texts = length.min === length.max ? `${length.max}` : `${length.min} to ${length.max}`;
  throw new RangeError(
    `${caller}: scheme '${name}' (texts of ${texts} characters) must have boxes to cut characters out, it has none. ` +
      (length.min === length.max
        ? 'Give it one box for each character, or read whole pictures.'
        : 'Take texts of one length and give their scheme boxes, or read whole pictures.'),
  );
}
