/** Width and height as the first chunk of a WebP file states them; undefined where it is cut off or of no known kind.
 *  Source: RFC 9649, 2.5 to 2.7. @internal */
export function webpSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (bytes.length < 25) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (String.fromCharCode(...bytes.subarray(12, 16))) {
    case 'VP8X':
      if (bytes.length < 30) return undefined;
      return {
        width: 1 + (view.getUint32(24, true) & 0xffffff),
        height: 1 + (view.getUint32(26, true) >>> 8),
      };
    case 'VP8L': {
      const sides = view.getUint32(21, true);
      return { width: 1 + (sides & 0x3fff), height: 1 + ((sides >> 14) & 0x3fff) };
    }
    case 'VP8 ':
      if (bytes.length < 30) return undefined;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return undefined;
  }
}
