import { checkPictureSize } from '../checkPictureSize';

/** One colour component of a JPEG picture, usually Y, Cb or Cr. */
export interface Component {
  readonly id: number;
  /** Sampling factors, 1–4: its share of the picture's width and height is h / maxH and v / maxV. */
  readonly h: number;
  readonly v: number;
  readonly tableId: number;
  /** Samples that count; the blocks may reach further. */
  readonly width: number;
  readonly height: number;
  /** Blocks of 8 x 8 in a row and a column, filled up to whole interleaved units. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  /** blocksDown x blocksAcross x 64 quantised coefficients, each block row by row (not in zigzag order). */
  readonly coefficients: Int16Array;
  /** 64 factors in the coefficients' order; set when the component's first scan starts. */
  quantization?: Uint16Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly maxH: number;
  readonly maxV: number;
  readonly components: readonly Component[];
}

/** Reads a frame header (SOF0, SOF1 or SOF2, after its length).
 *  Throws Error when it is damaged or of a kind that this decoder lacks. */
export function readFrame(segment: Uint8Array, progressive: boolean): Frame {
  if (segment.length < 6 || segment.length !== 6 + 3 * segment[5]) throw new Error('damaged frame header');
  const [precision, count] = [segment[0], segment[5]];
  const height = (segment[1] << 8) | segment[2];
  const width = (segment[3] << 8) | segment[4];
  if (precision !== 8) throw new Error(`${precision} bits a sample are not supported, only 8`);
  if (count !== 1 && count !== 3)
    throw new Error(`${count} colour components are not supported, only 1 or 3`);
  checkPictureSize(width, height);
  const headers = Array.from({ length: count }, (_, index) => segment.subarray(6 + 3 * index, 9 + 3 * index));
  const factors = headers.map(([, sampling]) => ({ h: sampling >> 4, v: sampling & 15 }));
  if (factors.some(({ h, v }) => h < 1 || h > 4 || v < 1 || v > 4))
    throw new Error('damaged sampling factors');
  const maxH = Math.max(...factors.map(({ h }) => h));
  const maxV = Math.max(...factors.map(({ v }) => v));
  const components = headers.map(([id, , tableId], index) => {
    const { h, v } = factors[index];
    const blocksAcross = Math.ceil(width / (8 * maxH)) * h;
    const blocksDown = Math.ceil(height / (8 * maxV)) * v;
    return {
      id,
      h,
      v,
      tableId,
      width: Math.ceil((width * h) / maxH),
      height: Math.ceil((height * v) / maxV),
      blocksAcross,
      blocksDown,
      coefficients: new Int16Array(blocksAcross * blocksDown * 64),
    };
  });
  return { width, height, progressive, maxH, maxV, components };
}
