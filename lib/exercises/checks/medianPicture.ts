import { fromRows, greyImage, medianImage, type GreyImage } from '../../image';
import { functionExercise } from '../functionExercise';

function pixelwise(images: readonly GreyImage[], of: (values: number[]) => number): GreyImage {
  const [{ width, height, data }] = images;
  return greyImage(
    width,
    height,
    Uint8Array.from(data, (_, pixel) => of(images.map((image) => image.data[pixel]))),
  );
}
const ascending = (values: number[]): number[] => [...values].sort((a, b) => a - b);

/** Notebook 13: the median of pictures, pixel by pixel. */
export const medianPicture = functionExercise<[GreyImage[]], GreyImage>({
  name: 'Median picture',
  reference: (images) => medianImage(images),
  cases: [
    [[fromRows([[200, 10]]), fromRows([[200, 10]]), fromRows([[0, 255]])]],
    [[fromRows([[9]]), fromRows([[100]]), fromRows([[20]])]],
    [[fromRows([[10, 20]]), fromRows([[20, 40]])]],
    [[fromRows([[10]]), fromRows([[11]])]],
  ],
  random: (random) => {
    const picture = (): GreyImage => fromRows([0, 1].map(() => [0, 1, 2].map(() => random.integer(256))));
    return [Array.from({ length: 1 + random.integer(7) }, picture)];
  },
  suspects: [
    {
      mine: (images) =>
        pixelwise(images, (values) => Math.round(values.reduce((a, b) => a + b, 0) / values.length)),
      says: 'That is the mean, in which every line leaves a shadow; the median is the middle value when sorted.',
    },
    {
      mine: (images) =>
        pixelwise(images, (values) => {
          const sorted = [...values].sort();
          const middle = Math.floor(sorted.length / 2);
          return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle] + 1) >> 1;
        }),
      says: 'sort() without a function sorts numbers as words, and "100" comes before "9": use sort((a, b) => a - b).',
    },
    {
      mine: (images) => pixelwise(images, (values) => ascending(values)[Math.floor(values.length / 2)]),
      says: 'With an even number of pictures there are two middle values: take their mean, a half rounded up.',
    },
    {
      mine: (images) =>
        pixelwise(images, (values) => {
          const sorted = ascending(values);
          const middle = Math.floor(sorted.length / 2);
          return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) >> 1;
        }),
      says: 'A half is rounded up, as in medianImage; a Uint8Array cuts it off unless you round first.',
    },
  ],
});
