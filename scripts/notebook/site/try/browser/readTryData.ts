import { FONTS_DATA, TRY_DATA, type CarriedFonts, type TryData } from '../tryData';

/** What assets/try-data.js brought. */
export function readTryData(): TryData {
  return (globalThis as unknown as Record<typeof TRY_DATA, TryData>)[TRY_DATA];
}

/** What assets/fonts.js brought. */
export function readFonts(): CarriedFonts {
  return (globalThis as unknown as Record<typeof FONTS_DATA, CarriedFonts>)[FONTS_DATA];
}

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
