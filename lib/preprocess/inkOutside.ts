import type { Box, GreyImage } from '../image';

/** Share of a clean picture's ink (pixels of value 0) that no box covers, 0 to 1; 0 without ink. It measures what fixed boxes lose
 *  before anything is learnt. */
export function inkOutside(clean: GreyImage, boxes: readonly Box[]): number {
  let ink = 0;
  let outside = 0;
  for (let y = 0; y < clean.height; y++) {
    for (let x = 0; x < clean.width; x++) {
      if (clean.data[y * clean.width + x] !== 0) continue;
      ink++;
      const covered = boxes.some(
        (box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height,
      );
      if (!covered) outside++;
    }
  }
  return ink === 0 ? 0 : outside / ink;
}
