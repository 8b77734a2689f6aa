import { checkPictureSize } from '../checkPictureSize';

/** Samples a pixel, and bits that a sample may have, by colour type; those left out do not exist. */
const COLOUR_TYPES: Readonly<Record<number, { samples: number; bits: readonly number[] } | undefined>> = {
  0: { samples: 1, bits: [1, 2, 4, 8, 16] },
  2: { samples: 3, bits: [8, 16] },
  3: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
};

/** A PNG file's header chunk. @internal */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly bits: number;
  /** PNG's number for what the samples are: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  readonly colourType: number;
  /** Samples a pixel. */
  readonly samples: number;
  readonly interlaced: boolean;
  /** The chunk's content. */
  readonly content: Buffer;
}

/** Reads the first chunk of a PNG file. Throws Error with the reason when it is no header or asks for what there is not, and
 *  when the picture has too many pixels. @internal */
export function readPngHeader(type: string, content: Buffer): PngHeader {
  if (type !== 'IHDR' || content.length !== 13) throw new Error('damaged: its header chunk IHDR is missing');
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
  checkPictureSize(width, height);
  const [bits, colourType, compression, filter, interlacing] = content.subarray(8);
  if (compression !== 0 || filter !== 0) {
    throw new Error(`its compression and filter methods must be 0, got ${compression} and ${filter}`);
  }
  const kind = COLOUR_TYPES[colourType];
  if (!kind?.bits.includes(bits)) {
    throw new Error(`damaged: there is no colour type ${colourType} with ${bits} bits a sample`);
  }
  if (interlacing > 1) throw new Error(`damaged: there is no interlacing ${interlacing}`);
  const { samples } = kind;
  return { width, height, bits, colourType, samples, interlaced: interlacing === 1, content };
}
