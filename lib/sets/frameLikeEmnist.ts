import { crop, greyImage, resize, type GreyImage } from '../image';
import { CROP_HEIGHT, CROP_WIDTH } from '../report';
import { inkBox } from '../preprocess';

/** Side of EMNIST's pictures before they are brought to 21 x 38. */
const SIDE = 28;
const PAPER = 255;

/** A character as EMNIST would frame it: its ink cut out, enlarged so that its longer side has `side` of 28 pixels (20 by
 *  default), put in the middle, and stretched from 28 x 28 to 21 x 38 as EMNIST's pictures were; nearest neighbour, 255
 *  around it. An image without ink (see `inkBox`) comes out white. Throws RangeError unless side is from 1 to 28. */
export function frameLikeEmnist(image: GreyImage, { side = 20 }: { readonly side?: number } = {}): GreyImage {
  if (!(side >= 1 && side <= SIDE)) {
    throw new RangeError(`frameLikeEmnist: side must be from 1 to ${SIDE}, got ${side}.`);
  }
  const framed = new Uint8Array(CROP_WIDTH * CROP_HEIGHT).fill(PAPER);
  const box = inkBox(image);
  if (box !== undefined) {
    const longer = Math.max(box.width, box.height) * SIDE;
    const width = Math.max(1, Math.round((box.width * side * CROP_WIDTH) / longer));
    const height = Math.max(1, Math.round((box.height * side * CROP_HEIGHT) / longer));
    const ink = resize(crop(image, box), { width, height });
    const left = Math.floor((CROP_WIDTH - width) / 2);
    const top = Math.floor((CROP_HEIGHT - height) / 2);
    for (let y = 0; y < height; y++) {
      framed.set(ink.data.subarray(y * width, (y + 1) * width), (top + y) * CROP_WIDTH + left);
    }
  }
  return greyImage(CROP_WIDTH, CROP_HEIGHT, framed);
}
