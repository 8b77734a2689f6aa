import { orientationOf } from '../orientation';
import { JpegCoverage } from './jpegCoverage';
import { readJpegFrame, type JpegFrame } from './readJpegFrame';

/** What makes the picture: tables, restart interval, and the two segments that tell how colours are stored. */
const KEPT = new Set([0xc4, 0xdb, 0xdd, 0xe0, 0xee]);

/** The parts of a JPEG file that make its picture. @internal */
export interface JpegSegments {
  readonly frame: JpegFrame;
  readonly coverage: JpegCoverage;
  /** The parts in their order, from the start marker on, without the end marker. */
  readonly parts: readonly (Uint8Array | Entropy)[];
  readonly orientation: number;
  /** How the file ends too early, when it does. Its pixels may be there all the same. */
  readonly cut?: string;
  readonly notes: readonly string[];
}

/** Coded picture data up to the next marker. @internal */
export interface Entropy {
  readonly coded: Uint8Array;
}

/** Looks through a JPEG file up to its end marker; what follows is ignored, as are comments, profiles and previews.
 *  Throws Error with the reason when it is truncated before its picture data, damaged or of a kind that is not read.
 *  Source: ITU-T T.81, annex B. @internal */
export function readJpegSegments(bytes: Uint8Array): JpegSegments {
  const parts: (Uint8Array | Entropy)[] = [bytes.subarray(0, 2)];
  const notes: string[] = [];
  const found: { frame?: JpegFrame; coverage?: JpegCoverage; exif?: Uint8Array } = {};
  let cut: string | undefined;
  let inScan = false;
  for (let position = 2; ;) {
    const next = nextMarker(bytes, position);
    if (inScan && next > position) parts.push({ coded: bytes.subarray(position, next) });
    else if (next > position) notes.push(`${next - position} bytes too many before a marker`);
    if (next + 1 >= bytes.length) {
      cut = 'its end marker is missing';
      break;
    }
    const marker = bytes[next + 1];
    position = next + 2;
    if (marker === 0xd9) break;
    const isRestart = marker >= 0xd0 && marker <= 0xd7;
    if (isRestart && inScan) parts.push(bytes.subarray(next, position));
    if (isRestart || marker === 0xd8 || marker === 0x01) continue;
    const length = (bytes[position] << 8) | bytes[position + 1];
    if (!(length >= 2) || position + length > bytes.length) {
      cut = 'it ends inside a header';
      break;
    }
    const segment = bytes.subarray(position + 2, position + length);
    position += length;
    inScan = marker === 0xda;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (found.frame !== undefined) throw new Error('damaged: two frame headers');
      found.frame = readJpegFrame(segment, marker);
      found.coverage = new JpegCoverage(found.frame);
    } else if (inScan) {
      if (found.coverage === undefined) throw new Error('damaged: picture data before the frame header');
      found.coverage.add(segment);
    } else if (marker === 0xe1 && isExif(segment)) found.exif ??= segment.subarray(6);
    if (isFrame || inScan || KEPT.has(marker)) parts.push(bytes.subarray(next, position));
  }
  const { frame, coverage } = found;
  if (frame === undefined || coverage === undefined) {
    throw new Error(cut === undefined ? 'damaged: the frame header is missing' : `truncated: ${cut}`);
  }
  if (!coverage.hasAll || (cut !== undefined && !coverage.isFull)) {
    throw new Error(cut === undefined ? 'damaged: a component has no data' : `truncated: ${cut}`);
  }
  return { frame, coverage, parts, orientation: orientationOf(found.exif), cut, notes };
}

/** Where the next marker begins: 0xff and a byte that is neither 0, which stands for 0xff in coded data, nor 0xff, which fills. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] === 0xff && bytes[at + 1] !== 0 && bytes[at + 1] !== 0xff) return at;
  }
  return bytes.length;
}

function isExif(segment: Uint8Array): boolean {
  return Buffer.from(segment.subarray(0, 6)).toString('latin1') === 'Exif\0\0';
}
