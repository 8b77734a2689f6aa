import { imageFormat } from './imageFormat';

/** Width and height as a PNG or JPEG file's header states them, before any turn that Exif asks for; nothing is decoded.
 *  Undefined for other formats and where the header is cut off or damaged: `decodeImage` says what is wrong. */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const format = imageFormat(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (format === 'PNG') {
    // The signature, then the length and name of the first chunk: IHDR.
    if (bytes.length < 24 || view.getUint32(12) !== 0x49484452) return undefined;
    return { width: view.getUint32(16), height: view.getUint32(20) };
  }
  return format === 'JPEG' ? jpegSize(view) : undefined;
}

/** The size in the first frame header. Segments begin with 0xff and a marker, then their length in two bytes. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
