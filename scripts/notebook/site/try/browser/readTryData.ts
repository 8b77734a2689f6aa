import { FONTS_DATA, KERNELS_DATA, TRY_DATA, type CarriedFonts, type TryData } from '../tryData';

/** What assets/try-data.js brought. */
export function readTryData(): TryData {
  return (globalThis as unknown as Record<typeof TRY_DATA, TryData>)[TRY_DATA];
}

/** What assets/fonts.js brought. */
export function readFonts(): CarriedFonts {
  return (globalThis as unknown as Record<typeof FONTS_DATA, CarriedFonts>)[FONTS_DATA];
}

/** What assets/kernels.js brought. */
export function readKernels(): Uint8Array<ArrayBuffer> {
  return bytesOf((globalThis as unknown as Record<typeof KERNELS_DATA, string>)[KERNELS_DATA]);
}

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  // Millions of bytes: a callback for each would take a second.
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
