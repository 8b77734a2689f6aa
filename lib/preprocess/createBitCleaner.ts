import { otsu, type GreyImage } from '../image';
import { boxesOf, type CleaningStep, type Scheme } from '../scheme';
import { allAcross, allDown, anyAcross, anyDown, type BitRows } from './bitRows';

/** Writes the cleaned characters of one picture, of the scheme's size, to `target` from `offset` on. @internal */
export type BitCleaner = (image: GreyImage, target: Uint8Array, offset: number) => void;

/** What is done to all rows of bits at once, one after the other. */
type Pass = (from: Int32Array, to: Int32Array, rows: BitRows) => void;

/** A cleaner that treats 32 pixels at once, and only those that can reach a box. It does what the scheme's own steps say; there is one for
 *  schemes whose first step makes black and white (`otsu`, `threshold`) and whose others are dilations and erosions of 1 or 3 rows
 *  and columns, when the boxes keep as far from the left and right border as those reach. Undefined for all others.
 *  Throws RangeError when the scheme has no boxes. @internal */
export function createBitCleaner(scheme: Scheme): BitCleaner | undefined {
  const boxes = boxesOf(scheme, 'createBitCleaner');
  const [first, ...others] = scheme.clean;
  const passes = others.map(passesOf);
  if (!passes.every((found) => found !== undefined)) return undefined;
  if (scheme.clean.length === 0 || (first.step !== 'otsu' && first.step !== 'threshold')) return undefined;
  const reach = {
    across: passes.flat().filter(isAcross).length,
    down: passes.flat().filter((pass) => !isAcross(pass)).length,
  };
  const left = Math.min(...boxes.map(({ x }) => x)) - reach.across;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + reach.across;
  if (left < 0 || right > scheme.width) return undefined;
  const top = Math.max(0, Math.min(...boxes.map(({ y }) => y)) - reach.down);
  const bottom = Math.min(scheme.height, Math.max(...boxes.map(({ y, height }) => y + height)) + reach.down);
  const words = Math.ceil((right - left) / 32);
  // One row more above and below stands for what is outside.
  const rows: BitRows = { words, first: words, end: words + (bottom - top) * words };
  const length = rows.end + words;
  const chain = passes.flat();
  return (image, target, offset) => {
    let bits = new Int32Array(length);
    let scratch = new Int32Array(length);
    const at = first.step === 'otsu' ? otsu(image) : first.at;
    packInk(image, bits, { rows, left, top, threshold: at });
    for (const pass of chain) {
      pass(bits, scratch, rows);
      [bits, scratch] = [scratch, bits];
    }
    let to = offset;
    for (const { x, y, width, height } of boxes) {
      const column = x - left;
      const shift = column % 32;
      const begin = words + (y - top) * words + (column >> 5);
      for (let row = 0, word = begin; row < height; row++, word += words) {
        const end = to + width;
        for (let part = word; to < end; part++) {
          // 32 pixels are in one word or two, and a shift by 32 would be one by 0.
          let some = (bits[part] >>> shift) | ((bits[part + 1] << 1) << (31 - shift));
          for (const until = Math.min(end, to + 32); to < until; to++, some >>>= 1)
            target[to] = (some & 1) - 1;
        }
      }
    }
  };
}

/** A step as passes over bits, 1 where there is ink: the largest value of the neighbours is ink where all of them are, the smallest
 *  where any is. Undefined when it is none. */
function passesOf(step: CleaningStep): Pass[] | undefined {
  if (step.step !== 'dilate' && step.step !== 'erode') return undefined;
  if (![step.rows, step.columns].every((side) => side === 1 || side === 3)) return undefined;
  const [across, down] = step.step === 'dilate' ? [allAcross, allDown] : [anyAcross, anyDown];
  return [...(step.columns === 3 ? [across] : []), ...(step.rows === 3 ? [down] : [])];
}

function isAcross(pass: Pass): boolean {
  return pass === allAcross || pass === anyAcross;
}

function packInk(
  { width, data }: GreyImage,
  bits: Int32Array,
  { rows, left, top, threshold }: { rows: BitRows; left: number; top: number; threshold: number },
): void {
  const { words, first, end } = rows;
  for (let row = first, start = top * width + left; row < end; row += words, start += width) {
    for (let word = row, from = start; word < row + words; word++, from += 32) {
      let some = 0;
      for (let bit = 0; bit < 32; bit++) some |= ((data[from + bit] - threshold - 1) >>> 31) << bit;
      bits[word] = some;
    }
  }
}
