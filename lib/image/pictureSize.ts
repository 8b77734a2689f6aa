import { imageFormat } from './imageFormat';
import { webpSize } from './webp/webpSize';

/** Width and height as the header of a PNG, JPEG, WebP, GIF or BMP file states them, before any turn that Exif asks for; nothing is
 *  decoded. Undefined for other formats and where the header is cut off or damaged: `decodeImage` says what is wrong. */
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
  if (format === 'WebP') return webpSize(bytes);
  if (format === 'GIF' && bytes.length >= 10) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (format === 'BMP') return bmpSize(view);
  return format === 'JPEG' ? jpegSize(view) : undefined;
}

/** In 16 bits a side in the oldest header, else in 32, and the height negative in files that begin with their first row. */
function bmpSize(view: DataView): { width: number; height: number } | undefined {
  if (view.byteLength < 26) return undefined;
  return view.getUint32(14, true) === 12
    ? { width: view.getUint16(18, true), height: view.getUint16(20, true) }
    : { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
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
