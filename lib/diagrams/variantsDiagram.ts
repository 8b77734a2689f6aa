import type { GreyImage } from '../image';
import type { Variant } from '../augment';
import type { Diagram } from './diagram';
import { drawPicture } from './drawPicture';
import { drawArrow, drawBox } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeNumber, writeText } from './writeText';

/** A variant and its picture. */
export interface DrawnVariant extends Variant {
  readonly picture: GreyImage;
}

const TOP = 106;
const STEP = 118;
const SCALE = 2;

/** How the variants of a crop arise: it is turned, and what was turned is shifted, sideways and up and down. One row an
 *  angle; up to nine shifts fit, of crops of up to 22 x 40. */
export function variantsDiagram(crop: GreyImage, variants: readonly DrawnVariant[]): Diagram {
  const angles = [...new Set(variants.map(({ degrees }) => degrees))];
  const sideways = new Set(variants.map(({ dx }) => dx)).size;
  const upright = new Set(variants.map(({ dy }) => dy)).size;
  const [width, height] = [crop.width * SCALE, crop.height * SCALE];
  const atTurned = MARGIN + width + 50;
  const atFirst = atTurned + width + 54;
  const middle = TOP + ((angles.length - 1) * STEP) / 2;
  const rows = angles.flatMap((degrees, row) => {
    const y = TOP + row * STEP;
    const own = variants.filter((one) => one.degrees === degrees);
    const turned = own.find(({ dx, dy }) => dx === 0 && dy === 0)!;
    const shifted = own.flatMap(({ picture, dx, dy }, index) => {
      const x = atFirst + index * (width + 5);
      const isCrop = degrees === 0 && dx === 0 && dy === 0;
      const frame = { x: x - 2, y: y - 2, width: width + 4, height: height + 4 };
      return [
        drawPicture(picture, { x, y, scale: SCALE }),
        ...(isCrop ? [drawBox({ ...frame, fill: 'none', tone: 'second', strong: true })] : []),
        writeText(`${writeNumber(dx)}, ${writeNumber(dy)}`, {
          ...{
            x: x + width / 2,
            y: y + height + 16,
            size: 13,
            anchor: 'middle',
            tone: isCrop ? 'second' : 'faint',
          },
        }),
      ];
    });
    return [
      drawArrow([
        [MARGIN + width + 6, middle + height / 2],
        [atTurned - 6, y + height / 2],
      ]),
      drawPicture(turned.picture, { x: atTurned, y, scale: SCALE }),
      writeText(`${writeNumber(degrees)}°`, {
        x: atTurned + width / 2,
        y: y + height + 17,
        anchor: 'middle',
      }),
      drawArrow([
        [atTurned + width + 8, y + height / 2],
        [atFirst - 8, y + height / 2],
      ]),
      ...shifted,
    ];
  });
  const heading = { y: TOP - 20, size: 14, tone: 'faint' } as const;
  const below = TOP + angles.length * STEP;
  const sum = `${angles.length} turns x ${sideways} sideways x ${upright} up and down = ${variants.length}`;
  const marks = [
    writeText('crop', { ...heading, x: MARGIN }),
    writeText('turned', { ...heading, x: atTurned }),
    writeText('shifted: pixels to the right, pixels down', { ...heading, x: atFirst }),
    drawPicture(crop, { x: MARGIN, y: middle, scale: SCALE }),
    ...rows,
    writeText(sum, { x: MARGIN, y: below + 6, bold: true }),
    writeText('framed: the crop as it is', { x: 656, y: below + 6, tone: 'second', anchor: 'end' }),
  ];
  const description =
    `One crop of ${crop.width} x ${crop.height} pixels is turned by ${angles.map(writeNumber).join(', ')} degrees, ` +
    `and each of these is shifted by ${[...new Set(variants.map(({ dx }) => writeNumber(dx)))].join(', ')} pixels sideways and as many up and down: ${sum}. ` +
    'One of them is the crop as it is.';
  const title = `How ${variants.length} variants of a character arise`;
  return drawSheet({ name: 'variants', title, description, height: below + 30 }, marks);
}
