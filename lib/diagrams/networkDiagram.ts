import type { LayerRow } from '../model';
import type { Diagram } from './diagram';
import { drawBox, drawLine } from './drawShapes';
import { drawSheet, MARGIN } from './sheet';
import { writeText } from './writeText';

/** What `networkDiagram` is drawn from. */
export interface NetworkDiagramOptions {
  /** Height and width of the picture that the network reads. */
  readonly input: { readonly height: number; readonly width: number };
  /** The layers as built: `describeNetwork(spec).rows`. */
  readonly rows: readonly LayerRow[];
  /** Of the network, as the heading has it. */
  readonly title: string;
}

const AT = { drawing: 300, shape: 470, parameters: 656 } as const;
const counted = (count: number): string => count.toLocaleString('en-US');

/** A network layer by layer: what leaves each layer, drawn with the height and width it has, and its parameters. The
 *  depth of a block and the length of a bar grow with the logarithm of the number they stand for. */
export function networkDiagram({ input, rows, title }: NetworkDiagramOptions): Diagram {
  const start = { words: 'the picture', shape: [input.height, input.width, 1], parameters: 0, faint: false };
  const lines = [
    start,
    ...rows.map((row) => ({
      ...{ words: wordsOf(row), shape: row.outputShape, parameters: row.parameters },
      faint: row.kind === 'dropout',
    })),
  ];
  let y = 92;
  const marks = [
    writeText('layer', { x: MARGIN, y: 70, tone: 'faint' }),
    writeText('what leaves it', { x: AT.drawing, y: 70, tone: 'faint' }),
    writeText('parameters', { x: AT.parameters, y: 70, tone: 'faint', anchor: 'end' }),
  ];
  for (const { words, shape, parameters, faint } of lines) {
    const tall = faint ? 22 : heightOf(shape) + 18;
    const middle = y + tall / 2 + 5;
    const tone = faint ? 'faint' : 'text';
    marks.push(writeText(words, { x: MARGIN, y: middle, size: 14, tone }));
    if (!faint) {
      marks.push(shape.length === 3 ? drawBlock(shape, y + 9) : drawBar(shape[0], y + 9));
      marks.push(writeText(shape.join(' x '), { x: AT.shape, y: middle, size: 14 }));
    }
    if (parameters > 0) {
      marks.push(writeText(counted(parameters), { x: AT.parameters, y: middle, size: 14, anchor: 'end' }));
    }
    y += tall;
    marks.push(
      drawLine(
        [
          [MARGIN, y],
          [AT.parameters, y],
        ],
        { width: 0.5 },
      ),
    );
  }
  const total = rows.reduce((sum, { parameters }) => sum + parameters, 0);
  marks.push(writeText('in all', { x: MARGIN, y: y + 26, bold: true }));
  marks.push(writeText(counted(total), { x: AT.parameters, y: y + 26, bold: true, anchor: 'end' }));
  const scale = 'Blocks: height and width to scale, depth by logarithm, as are the bars.';
  marks.push(writeText(scale, { x: MARGIN, y: y + 52, size: 13, tone: 'faint' }));
  const described = lines
    .filter(({ faint }) => !faint)
    .map(({ words, shape }) => `${words}: ${shape.join(' x ')}`);
  const description = `What leaves each layer, from the picture to the classes. ${described.join('; ')}. ${counted(total)} parameters in all.`;
  return drawSheet({ name: 'network', title, description, height: y + 72 }, marks);
}

function wordsOf({ kind, width, window, padding, rate }: LayerRow): string {
  const size = window?.join(' x ') ?? '';
  if (kind === 'convolution') return `convolution ${size} ${padding ?? ''}, ${width ?? 0} filters`;
  if (kind === 'pooling') return `pooling ${size}`;
  if (kind === 'dropout') return `dropout ${rate ?? 0}, while training only`;
  if (kind === 'flatten') return 'flattened to one list';
  return kind === 'output' ? 'output: one score a class' : 'fully connected';
}

const depthOf = (channels: number): number => Math.round(2 * Math.log2(channels));

function heightOf(shape: readonly number[]): number {
  return shape.length === 3 ? shape[0] + depthOf(shape[2]) : 12;
}

/** Height and width in pixels, drawn one for one, and channels as depth. */
function drawBlock([height, width, channels]: readonly number[], y: number): string {
  const depth = depthOf(channels);
  const x = AT.drawing;
  const front = drawBox({ x, y: y + depth, width, height, fill: 'first-pale', tone: 'first' });
  if (depth === 0) return front;
  const [right, bottom] = [x + width, y + depth + height];
  const side = `M${x} ${y + depth}L${x + depth} ${y}H${right + depth}V${bottom - depth}L${right} ${bottom}V${y + depth}zM${right} ${y + depth}L${right + depth} ${y}`;
  return `<path class="f-panel s-first" d="${side}"/>${front}`;
}

function drawBar(values: number, y: number): string {
  const width = Math.round(10 * Math.log2(values));
  return drawBox({ x: AT.drawing, y, width, height: 12, fill: 'first-pale', tone: 'first' });
}
