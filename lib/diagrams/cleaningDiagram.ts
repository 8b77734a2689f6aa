import type { GreyImage } from '../image';
import type { Diagram } from './diagram';
import { drawPicture } from './drawPicture';
import { drawArrow } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeLines, writeText } from './writeText';

/** A stage of the cleaning: its picture, the step's name and what it does, in up to two lines of 46 characters. */
export interface CleaningDiagramStage {
  readonly name: string;
  readonly does: readonly string[];
  readonly picture: GreyImage;
}

export interface CleaningDiagramOptions {
  /** What is cut out of the last stage; at most five. */
  readonly crops: readonly GreyImage[];
  /** What is said beside them. */
  readonly cropWords: readonly string[];
}

const SCALE = 1.2;
const TOP = 60;
const STEP = 92;

/** A picture from one stage of its cleaning to the next, and the characters cut from the last. Pictures of up to 220 x 60
 *  fit. */
export function cleaningDiagram(
  stages: readonly CleaningDiagramStage[],
  { crops, cropWords }: CleaningDiagramOptions,
): Diagram {
  const { width, height } = stages[0].picture;
  const right = MARGIN + width * SCALE;
  const words = right + 28;
  const middle = MARGIN + (width * SCALE) / 2;
  const place = (index: number): number => TOP + index * STEP;
  const marks = stages.flatMap(({ name, does, picture }, index) => [
    drawPicture(picture, { x: MARGIN, y: place(index), scale: SCALE }),
    writeText(name, { x: words, y: place(index) + 18, bold: true }),
    writeLines(does, { x: words, y: place(index) + 40, size: 14 }),
    drawArrow([
      [middle, place(index) + height * SCALE + 5],
      [middle, place(index + 1) - 5],
    ]),
  ]);
  const last = place(stages.length);
  const gap = (width * SCALE) / crops.length;
  const cut = crops.map((crop, index) =>
    drawPicture(crop, {
      x: Math.round(MARGIN + gap * (index + 0.5) - crop.width * 0.6),
      y: last,
      scale: SCALE,
    }),
  );
  const description =
    `One CAPTCHA of ${width} x ${height} pixels, step by step. ` +
    stages.map(({ name, does }) => `${name}: ${does.join(' ')}`).join(' ') +
    ` Last, ${crops.length} crops: ${cropWords.join(' ')}`;
  const title = 'From a picture to five characters';
  return drawSheet({ name: 'cleaning', title, description, height: last + 38 * SCALE + MARGIN }, [
    ...marks,
    ...cut,
    writeText('Cut', { x: words, y: last + 14, bold: true }),
    writeLines(cropWords, { x: words, y: last + 34, size: 14 }),
  ]);
}
