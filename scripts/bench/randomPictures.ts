import { CLASSES } from 'captcha-lab/report';
import { type ExampleSource } from 'captcha-lab/data';
import { greyImage, type GreyImage } from 'captcha-lab/image';
import { createRandom } from 'captcha-lab/random';

const [HEIGHT, WIDTH] = [38, 21];

/** Pictures of a character's size with random pixels. */
export function randomPictures(count: number): GreyImage[] {
  const random = createRandom(1);
  return Array.from({ length: count }, () =>
    greyImage(
      WIDTH,
      HEIGHT,
      Uint8Array.from({ length: HEIGHT * WIDTH }, () => random.integer(256)),
    ),
  );
}

/** The same as examples, with random labels. */
export function randomExamples(count: number): ExampleSource {
  const pictures = randomPictures(count);
  const random = createRandom(2);
  const labels = pictures.map(() => random.integer(CLASSES));
  return {
    count,
    height: HEIGHT,
    width: WIDTH,
    read(index, target, offset) {
      target.set(pictures[index].data, offset);
      return labels[index];
    },
  };
}
