import type { Diagram } from './diagram';
import { drawGrid } from './drawGrid';
import { drawArrow, drawBox } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeLines, writeNumber, writeText } from './writeText';

type Table = readonly (readonly number[])[];

/** Two maps of a layer and the gradients of a class's score with respect to them, 2 x 2 each. */
export interface GradCamDiagramOptions {
  readonly maps: readonly [Table, Table];
  readonly gradients: readonly [Table, Table];
}

const CELL = 38;
const SIDE = 2 * CELL;
/** Left edges of what belongs to the two maps. */
const AT = [256, 352] as const;
const TOP = { maps: 84, gradients: 216, weighted: 400 } as const;

/** What Grad-CAM computes, in numbers: forward to the class's score, its gradient back to the maps, one weight a map, the
 *  weighted sum without its negative values. */
export function gradCamDiagram({ maps, gradients }: GradCamDiagramOptions): Diagram {
  const weights = gradients.map(
    (table) => table.flat().reduce((sum, value) => sum + value, 0) / table.flat().length,
  );
  const weighted = maps.map((map, index) => map.map((row) => row.map((value) => weights[index] * value)));
  const sum = weighted[0].map((row, y) => row.map((value, x) => value + weighted[1][y][x]));
  const heat = sum.map((row) => row.map((value) => Math.max(0, value)));
  const grids = (tables: readonly Table[], y: number, fill: 'first-pale' | 'second-pale'): string[] =>
    tables.map((table, index) => drawGrid(table, { x: AT[index], y, cell: CELL, fill: () => fill }));
  const centre = TOP.maps + CELL;
  const back = TOP.gradients + CELL;
  const low = TOP.weighted + CELL;
  const end = AT[1] + SIDE;
  const marks = [
    ...stage('picture', { x: MARGIN, width: 76, y: centre }),
    drawArrow([
      [104, centre],
      [124, centre],
    ]),
    ...stage('convolutions', { x: 128, width: 108, y: centre }),
    drawArrow([
      [240, centre],
      [AT[0] - 4, centre],
    ]),
    ...grids(maps, TOP.maps, 'first-pale'),
    ...AT.map((x, index) => writeText(`map ${index + 1}`, { x, y: TOP.maps - 10, tone: 'first' })),
    drawArrow([
      [end + 6, centre],
      [end + 26, centre],
    ]),
    ...stage('full layers', { x: end + 30, width: 84, y: centre }),
    drawArrow([
      [end + 118, centre],
      [end + 138, centre],
    ]),
    ...stage('score', { x: end + 142, width: 72, y: centre }),
    drawArrow(
      [
        [end + 178, centre + 24],
        [end + 178, back],
        [end + 8, back],
      ],
      { tone: 'second', dashed: true },
    ),
    writeText('backwards', { x: end + 60, y: back - 10, tone: 'second' }),
    writeLines(['gradient: how the', 'score would change', 'if a place were raised'], {
      x: MARGIN,
      y: back - 14,
    }),
    ...grids(gradients, TOP.gradients, 'second-pale'),
    writeLines(['weight of a map:', 'mean of its gradient'], { x: MARGIN, y: TOP.gradients + SIDE + 44 }),
    ...AT.flatMap((x, index) => [
      drawArrow(
        [
          [x + CELL, TOP.gradients + SIDE + 6],
          [x + CELL, TOP.gradients + SIDE + 32],
        ],
        { tone: 'second' },
      ),
      writeText(writeNumber(weights[index]), {
        ...{
          x: x + CELL,
          y: TOP.gradients + SIDE + 54,
          size: 18,
          bold: true,
          tone: 'second',
          anchor: 'middle',
        },
      }),
    ]),
    writeText('map · weight', { x: MARGIN, y: TOP.weighted - 14, tone: 'faint' }),
    ...weighted.map((table, index) =>
      drawGrid(table, { x: [MARGIN, MARGIN + SIDE + 36][index], y: TOP.weighted, cell: CELL }),
    ),
    writeText('+', { x: MARGIN + SIDE + 18, y: low + 6, size: 18, anchor: 'middle' }),
    drawArrow([
      [220, low],
      [AT[0] - 10, low],
    ]),
    writeText('sum', { x: AT[0], y: TOP.weighted - 14, tone: 'faint' }),
    drawGrid(sum, { x: AT[0], y: TOP.weighted, cell: CELL }),
    drawArrow([
      [AT[0] + SIDE + 10, low],
      [AT[1] + 24, low],
    ]),
    writeText('below 0 becomes 0', { x: AT[1] + 34, y: TOP.weighted - 14, tone: 'faint' }),
    drawGrid(heat, {
      x: AT[1] + 34,
      y: TOP.weighted,
      cell: CELL,
      fill: (y, x) => (heat[y][x] > 0 ? 'first-pale' : 'page'),
    }),
    writeLines(['the heat map:', 'stretched, and laid', 'over the picture'], {
      x: AT[1] + 34 + SIDE + 16,
      y: low - 16,
    }),
  ];
  const told = (table: Table): string => table.flat().map(writeNumber).join(', ');
  const description =
    'A picture goes through convolutions to two maps, and on to the score of a class. ' +
    `Backwards comes the gradient of that score at each place of the maps. Its mean is the weight of a map: ${weights.map(writeNumber).join(' and ')}. ` +
    `The maps (${maps.map(told).join('; ')}) times their weights are added up to ${told(sum)}; what is below 0 becomes 0: ${told(heat)}.`;
  const title = 'Grad-CAM: forward to a score, back to weights';
  return drawSheet({ name: 'grad-cam', title, description, height: TOP.weighted + SIDE + MARGIN + 8 }, marks);
}

function stage(words: string, { x, y, width }: { x: number; y: number; width: number }): string[] {
  const box = drawBox({ x, y: y - 20, width, height: 40, round: 6 });
  return [box, writeText(words, { x: x + width / 2, y: y + 5, anchor: 'middle' })];
}
