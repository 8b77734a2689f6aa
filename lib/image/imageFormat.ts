/** Formats that `decodeImage` reads. */
export const READ_FORMATS = ['PNG', 'JPEG', 'WebP', 'GIF', 'BMP'] as const;

/** Formats that `decodeImage` reads. */
export type ReadFormat = (typeof READ_FORMATS)[number];

const SIGNATURES: readonly (readonly [format: string, start: string])[] = [
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['PDF', '%PDF'],
  ['SVG', '<svg'],
  ['HTML', '<!DOCTYPE html'],
  ['HTML', '<html'],
  ['ZIP', 'PK\x03\x04'],
];

/** Sizes of a BMP file's second header. */
const BMP_HEADERS: readonly (number | undefined)[] = [12, 40, 52, 56, 64, 108, 124];

/** The name of a file's format by its first bytes, or undefined when they are none that is known here.
 *  @internal */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 16));
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'WebP';
  if (start.startsWith('ftyp', 4)) return 'HEIF, AVIF or video';
  // Two letters say little: the header's size, which has few values, comes with them.
  if (start.startsWith('BM') && BMP_HEADERS.includes(bytes[14]) && bytes[15] === 0) return 'BMP';
  return SIGNATURES.find(([, signature]) => start.toLowerCase().startsWith(signature.toLowerCase()))?.[0];
}

/** Whether `decodeImage` reads a format. @internal */
export function isReadFormat(format: string | undefined): format is ReadFormat {
  return (READ_FORMATS as readonly (string | undefined)[]).includes(format);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
