import { isList } from './isList';
import { describeValue } from './describeValue';
import { greyImage, type GreyImage } from './greyImage';

/** A grey image from rows of numbers, top row first: `fromRows([[0, 255], [255, 0]])`.
 *  Throws RangeError when there is no pixel, rows differ in length, or a value is no integer from 0 to 255. */
export function fromRows(rows: readonly (readonly number[])[]): GreyImage {
  if (!isList(rows) || !rows.every(isList)) {
    throw new TypeError(`fromRows: rows must be a list of lists of numbers, got ${describeValue(rows)}.`);
  }
  const height = rows.length;
  const width = height === 0 ? 0 : rows[0].length;
  if (width === 0) throw new RangeError('fromRows: rows must hold at least one pixel, got none.');
  const data = new Uint8Array(width * height);
  rows.forEach((row, y) => {
    if (row.length !== width) {
      throw new RangeError(`fromRows: every row must have ${width} values, row ${y} has ${row.length}.`);
    }
    row.forEach((value, x) => {
      if (!Number.isInteger(value) || value < 0 || value > 255) {
        throw new RangeError(
          `fromRows: values must be integers from 0 to 255, got ${value} in row ${y}, column ${x}.`,
        );
      }
      data[y * width + x] = value;
    });
  });
  return greyImage(width, height, data);
}
