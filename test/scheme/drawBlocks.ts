import { encodePng, greyImage, type GreyImage } from 'captcha-lab/image';
import { createRandom, deriveSeed, type Random } from 'captcha-lab/random';
import type { Scheme } from 'captcha-lab/scheme';

/** Another kind of CAPTCHA than the report's, drawn here: 160 x 60, 4 to 6 of 36 made-up symbols of 5 x 7 blocks, grey, with dots and
 *  a line that cleaning takes away. */
export const BLOCKS: Scheme = {
  name: 'blocks',
  width: 160,
  height: 60,
  alphabet: '0123456789abcdefghijklmnopqrstuvwxyz',
  length: { min: 4, max: 6 },
  clean: [
    { step: 'threshold', at: 150 },
    { step: 'dilate', rows: 3, columns: 3 },
    { step: 'erode', rows: 3, columns: 3 },
  ],
};

const PITCH = 24;
const LEFT = 8;
const BLOCK = 4;

/** The same for texts of one length, whose symbols stand in boxes. */
export function blocksOf(length: number): Scheme & Required<Pick<Scheme, 'boxes'>> {
  const boxes = Array.from({ length }, (_, place) => ({
    x: LEFT + PITCH * place,
    y: 12,
    width: PITCH,
    height: 36,
  }));
  return { ...BLOCKS, name: `blocks of ${length}`, length: { min: length, max: length }, boxes };
}

/** `count` pictures with their texts, each length in turn. */
export function drawBlocks(count: number, { seed }: { seed: number }): { label: string; image: GreyImage }[] {
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(deriveSeed(seed, 'blocks', index));
    const length = 4 + (index % 3);
    const label = Array.from({ length }, () => BLOCKS.alphabet[random.integer(36)]).join('');
    return { label, image: draw(label, random) };
  });
}

export async function pngOf(image: GreyImage): Promise<Uint8Array> {
  return encodePng(image);
}

function draw(label: string, random: Random): GreyImage {
  const { width, height } = BLOCKS;
  const data = new Uint8Array(width * height).fill(230);
  const fill = (x: number, y: number, side: number, value: number): void => {
    for (let row = y; row < y + side; row++) data.fill(value, row * width + x, row * width + x + side);
  };
  label.split('').forEach((character, place) => {
    const shape = createRandom(deriveSeed(7, 'symbol', BLOCKS.alphabet.indexOf(character)));
    const [dx, dy] = [1 + random.integer(3), 13 + random.integer(6)];
    for (let cell = 0; cell < 35; cell++) {
      if (shape.integer(2) === 0) continue;
      fill(LEFT + PITCH * place + dx + BLOCK * (cell % 5), dy + BLOCK * Math.floor(cell / 5), BLOCK, 40);
    }
  });
  for (let dot = 0; dot < 60; dot++) data[random.integer(data.length)] = 90;
  const line = 5 + random.integer(50);
  data.fill(90, line * width, (line + 1) * width);
  return greyImage(width, height, data);
}
