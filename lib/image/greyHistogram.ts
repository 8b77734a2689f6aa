import { checkGrey } from './checkGrey';
import type { GreyImage } from './greyImage';

/** How many pixels have each grey value: 256 counts, index 0 black to 255 white. */
export function greyHistogram(image: GreyImage): Uint32Array {
  checkGrey('greyHistogram', image);
  const { data } = image;
  // Four histograms in turn: neighbours are often equal, and a count that was just written is slow to read.
  const counts = new Uint32Array(4 * 256);
  const end = data.length - (data.length % 4);
  for (let at = 0; at < end; at += 4) {
    counts[data[at]]++;
    counts[256 + data[at + 1]]++;
    counts[512 + data[at + 2]]++;
    counts[768 + data[at + 3]]++;
  }
  for (let at = end; at < data.length; at++) counts[data[at]]++;
  const histogram = counts.slice(0, 256);
  for (let value = 0; value < 256; value++) {
    histogram[value] += counts[256 + value] + counts[512 + value] + counts[768 + value];
  }
  return histogram;
}
