import { crc32 } from 'node:zlib';
import { orientationOf } from '../orientation';
import { readPngHeader, type PngHeader } from './readPngHeader';

const SIGNATURE_LENGTH = 8;

/** Sets a small letter apart from a capital, with which chunks begin without which a picture cannot be understood. */
const SMALL = 0x20;

/** The parts of a PNG file that make its picture. @internal */
export interface PngChunks {
  readonly header: PngHeader;
  readonly palette?: Buffer;
  /** Which values or palette entries are transparent. */
  readonly transparency?: Buffer;
  /** The compressed rows, in the pieces in which they were stored. */
  readonly data: readonly Buffer[];
  /** As Exif has it; only what stands before the rows counts, as PNG asks and browsers do. */
  readonly orientation: number;
  /** How the file ends too early, when it does. The rows may be there all the same. */
  readonly cut?: string;
  readonly notes: readonly string[];
}

/** Looks through a PNG file; what follows its end chunk is ignored. Ancillary chunks with a wrong checksum are left out and noted.
 *  Throws Error with the reason when it is truncated before its first rows, or a chunk that counts is damaged, missing or unknown.
 *  Source: PNG specification (ISO/IEC 15948), 5 and 11. @internal */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const notes: string[] = [];
  const data: Buffer[] = [];
  const found: { header?: PngHeader; palette?: Buffer; transparency?: Buffer } = {};
  let orientation = 1;
  let cut: string | undefined;
  for (let start = SIGNATURE_LENGTH; ;) {
    if (start + 8 > file.length) {
      cut = 'its end chunk IEND is missing';
      break;
    }
    const end = start + 12 + file.readUInt32BE(start);
    const type = file.toString('latin1', start + 4, start + 8);
    if (end > file.length) {
      if (type === 'IEND' && end !== start + 12) throw new Error('damaged: its end chunk IEND is not empty');
      cut = `it ends inside chunk ${/^[A-Za-z]{4}$/.test(type) ? type : 'of no known type'}`;
      // All but its checksum may be there; the data have one of their own.
      if (type === 'IDAT' && end - 4 <= file.length) data.push(file.subarray(start + 8, end - 4));
      break;
    }
    const content = file.subarray(start + 8, end - 4);
    const sound = crc32(file.subarray(start + 4, end - 4)) === file.readUInt32BE(end - 4);
    const isCritical = (file[start + 4] & SMALL) === 0;
    start = end;
    found.header ??= readPngHeader(type, content);
    if (!sound && isCritical) throw new Error(`damaged: the checksum of its chunk ${type} is wrong`);
    if (!sound) {
      notes.push(`the checksum of its chunk ${type} is wrong, and the chunk was left out`);
      continue;
    }
    if (type === 'IDAT') data.push(content);
    else if (type === 'PLTE') found.palette ??= content;
    else if (type === 'tRNS') found.transparency ??= content;
    else if (type === 'eXIf' && data.length === 0) orientation = orientationOf(content);
    else if (type === 'acTL') notes.push('animated, and only its first picture was read');
    else if (type === 'IEND') break;
    else if (isCritical && type !== 'IHDR')
      throw new Error(`its chunk ${type} is of no known type, and needed`);
  }
  const { header, palette, transparency } = found;
  if (header === undefined || data.length === 0) {
    throw new Error(cut === undefined ? 'damaged: it has no picture data' : `truncated: ${cut}`);
  }
  return { header, palette, transparency, data, orientation, cut, notes };
}
