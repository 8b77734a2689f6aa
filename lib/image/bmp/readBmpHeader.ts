import { checkPictureSize } from '../checkPictureSize';

/** How a BMP file stores its pixels. @internal */
export type BmpKind = 'palette' | 'rle8' | 'rle4' | '555' | '565' | 'bytes';

/** A BMP file's header. @internal */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  readonly topDown: boolean;
  /** Bits a pixel: 1, 4, 8, 16, 24 or 32. */
  readonly bits: number;
  readonly kind: BmpKind;
  /** Where in a pixel of 24 or 32 bits its red, green, blue and alpha are; alpha is -1 when it has none. */
  readonly places: readonly number[];
  /** Where the palette begins, and the bytes of a colour in it: blue, green, red. */
  readonly palette: number;
  readonly entry: 3 | 4;
  /** Where the pixels begin. */
  readonly pixels: number;
}

const BYTE_PLACES = new Map([
  [0xff, 0],
  [0xff00, 1],
  [0xff0000, 2],
  [0xff000000, 3],
]);

/** Reads the headers of a BMP file. Throws Error with the reason when they are cut off, damaged or of a kind that is not read, and
 *  when the picture has too many pixels. Source: Microsoft, Bitmap Storage. @internal */
export function readBmpHeader(file: Buffer): BmpHeader {
  if (file.length < 26 || file.length < 14 + file.readUInt32LE(14)) {
    throw new Error('truncated: it ends inside its header');
  }
  const [pixels, size] = [file.readUInt32LE(10), file.readUInt32LE(14)];
  const old = size === 12;
  const width = old ? file.readUInt16LE(18) : file.readInt32LE(18);
  const rows = old ? file.readUInt16LE(20) : file.readInt32LE(22);
  const height = Math.abs(rows);
  if (width < 0) throw new Error(`damaged: it is ${width} pixels wide`);
  checkPictureSize(width, height);
  const bits = file.readUInt16LE(old ? 24 : 28);
  const compression = old ? 0 : file.readUInt32LE(30);
  const masked = compression === 3 || compression === 6;
  const [inside, behind] = [size >= 52, size === 40 && masked];
  const count = compression === 6 || size >= 56 ? 4 : 3;
  if (behind && file.length < 54 + 4 * count) throw new Error('truncated: it ends inside its header');
  const masks =
    masked && (inside || behind)
      ? Array.from({ length: count }, (_, index) => file.readUInt32LE(54 + 4 * index))
      : [];
  const { kind, places } = kindOf(bits, compression, masks);
  const palette = 14 + size + (behind ? 4 * count : 0);
  if (pixels < palette) throw new Error('damaged: its pixels begin inside its header');
  return { width, height, topDown: rows < 0, bits, kind, places, palette, entry: old ? 3 : 4, pixels };
}

function kindOf(
  bits: number,
  compression: number,
  masks: readonly number[],
): { kind: BmpKind; places: readonly number[] } {
  const places = [2, 1, 0, -1];
  if (compression === 0 && [1, 4, 8].includes(bits)) return { kind: 'palette', places };
  if (compression === 1 && bits === 8) return { kind: 'rle8', places };
  if (compression === 2 && bits === 4) return { kind: 'rle4', places };
  if (compression === 0 && bits === 16) return { kind: '555', places };
  if (compression === 0 && (bits === 24 || bits === 32)) return { kind: 'bytes', places };
  const found = masks.map((mask) => BYTE_PLACES.get(mask) ?? -1);
  if (bits === 32 && found.slice(0, 3).every((place) => place >= 0) && found.length >= 3) {
    return { kind: 'bytes', places: [...found, -1].slice(0, 4) };
  }
  const colours = masks.slice(0, 3).join();
  if (bits === 16 && colours === [0x7c00, 0x3e0, 0x1f].join()) return { kind: '555', places };
  if (bits === 16 && colours === [0xf800, 0x7e0, 0x1f].join()) return { kind: '565', places };
  throw new Error(`${bits} bits a pixel with compression ${compression} are not supported`);
}
