import { augment, VARIANTS, type Variant } from 'captcha-lab/augment';
import { drawBoxes, encodePng, type GreyImage } from 'captcha-lab/image';
import { cropBoxes, cropCharacters, preprocess } from 'captcha-lab/report';

/** Grey of the boxes' outlines: seen on ink as well as on paper. */
const OUTLINE = 128;

/** The file of a variant: `r-10_x-3_y-3.png`. */
export function variantFile({ degrees, dx, dy }: Variant): string {
  return `r${degrees}_x${dx}_y${dy}.png`;
}

/** Names of all files that the command makes of one picture, relative to its folder, with `/`. */
export const STEP_FILES: ReadonlySet<string> = new Set([
  ...['grey', 'otsu', 'dilate1', 'erode', 'clean', 'boxes'].map((step) => `${step}.png`),
  ...cropBoxes().flatMap((_, position) => [
    `crop${position}.png`,
    ...VARIANTS.map((variant) => `crop${position}/${variantFile(variant)}`),
  ]),
]);

/** Every step of a 200 x 50 picture's preprocessing as PNG files, by name; with its crops' variants on request. */
export async function drawSteps(
  image: GreyImage,
  { augmented }: { augmented: boolean },
): Promise<{ threshold: number; files: Map<string, Buffer> }> {
  const { grey, otsu, dilated, eroded, clean, threshold } = preprocess(image);
  const boxes = drawBoxes(clean, cropBoxes(), { value: OUTLINE });
  const images = new Map(
    Object.entries({ grey, otsu, dilate1: dilated, erode: eroded, clean, boxes }).map(([step, picture]) => {
      return [`${step}.png`, picture];
    }),
  );
  cropCharacters(clean).forEach((crop, position) => {
    images.set(`crop${position}.png`, crop);
    if (!augmented) return;
    augment(crop).forEach((variant, index) => {
      images.set(`crop${position}/${variantFile(VARIANTS[index])}`, variant);
    });
  });
  const files = new Map<string, Buffer>();
  for (const [name, picture] of images) files.set(name, await encodePng(picture));
  return { threshold, files };
}
