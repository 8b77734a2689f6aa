import type { Box } from '../image';
import { refuse, wholeNumber } from './refuse';
import type { Scheme } from './scheme';

/** Throws RangeError, naming the box, unless the boxes are of one size, inside the picture, one for each character. @internal */
export function checkBoxes({ width, height, length }: Scheme, boxes: unknown): void {
  if (!Array.isArray(boxes) || boxes.length === 0) {
    return refuse(
      'boxes',
      boxes,
      'must be a list of boxes',
      'Leave it out when characters have no fixed places.',
    );
  }
  if (length.min !== length.max || boxes.length !== length.max) {
    const texts = length.min === length.max ? `${length.max}` : `${length.min} to ${length.max}`;
    const rule = `must be one for each character of a text, which has ${texts}`;
    const remedy = 'Boxes need texts of one length: leave them out when lengths vary.';
    refuse('boxes', `${boxes.length} boxes`, rule, remedy);
  }
  (boxes as readonly (Box | null)[]).forEach((box, index) => {
    const field = `boxes[${index}]`;
    if (typeof box !== 'object' || box === null) {
      return refuse(field, box, 'must be { x, y, width, height }', 'Give whole pixels.');
    }
    const first = boxes[0] as Box;
    wholeNumber(`${field}.width`, box.width, [1, width], 'Give the width of the box in pixels.');
    wholeNumber(`${field}.height`, box.height, [1, height], 'Give the height of the box in pixels.');
    wholeNumber(`${field}.x`, box.x, [0, width - box.width], 'The box must lie inside the picture.');
    wholeNumber(`${field}.y`, box.y, [0, height - box.height], 'The box must lie inside the picture.');
    if (box.width !== first.width || box.height !== first.height) {
      const rule = `must have the size of the first, ${first.width} x ${first.height}`;
      refuse(field, `${box.width} x ${box.height}`, rule, 'A network takes pictures of one size.');
    }
  });
}
