const SIGNATURES: readonly (readonly [format: string, start: string])[] = [
  ['PNG', '\x89PNG\r\n\x1a\n'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF8'],
  ['BMP', 'BM'],
  ['TIFF', 'II*\0'],
  ['TIFF', 'MM\0*'],
  ['PDF', '%PDF'],
  ['SVG', '<svg'],
  ['HTML', '<!DOCTYPE html'],
  ['HTML', '<html'],
  ['ZIP', 'PK\x03\x04'],
];

/** The name of a file's format by its first bytes, or undefined when they are none that is known here.
 *  @internal */
export function imageFormat(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'WebP';
  if (start.startsWith('ftyp', 4)) return 'HEIF, AVIF or video';
  return SIGNATURES.find(([, signature]) => start.toLowerCase().startsWith(signature.toLowerCase()))?.[0];
}
