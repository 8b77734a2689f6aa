import { checkPictureSize } from '../checkPictureSize';

/** What a JPEG file's frame header says. @internal */
export interface JpegFrame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  /** The components' names, a byte each: one is grey, three are colours, four cyan, magenta, yellow and black. */
  readonly components: readonly number[];
}

/** Reads a frame header after its length; marker: the second byte of its marker, 0xc0 to 0xcf. Throws Error with the reason when it
 *  is damaged or of a kind that is not read, and when the picture has too many pixels. @internal */
export function readJpegFrame(segment: Uint8Array, marker: number): JpegFrame {
  // Arithmetic coding can be decoded, but nothing would tell that its data are cut off.
  if (marker > 0xc2) throw new Error('lossless, hierarchical and arithmetic coding are not supported');
  if (segment.length < 6 || segment.length !== 6 + 3 * segment[5]) throw new Error('damaged frame header');
  const [bits, count] = [segment[0], segment[5]];
  const height = (segment[1] << 8) | segment[2];
  const width = (segment[3] << 8) | segment[4];
  if (bits !== 8) throw new Error(`${bits} bits a sample are not supported, only 8`);
  if (count !== 1 && count !== 3 && count !== 4) {
    throw new Error(`${count} colour components are not supported, only 1, 3 or 4`);
  }
  checkPictureSize(width, height);
  const components = Array.from({ length: count }, (_, index) => segment[6 + 3 * index]);
  return { width, height, progressive: marker === 0xc2, components };
}
