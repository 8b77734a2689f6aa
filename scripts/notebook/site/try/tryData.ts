import type { ReaderCard } from '../../../../lib/reader/readerCard';

/** A glyph of the kit's fonts as the page carries it; see `Glyph` of lib/generator. */
export interface CarriedGlyph {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly outlineWidth: number;
  /** Base64 of its alpha bytes. */
  readonly alpha: string;
}

/** What the page "See a CAPTCHA being read" carries along, as a file on disk cannot fetch others. */
export interface TryData {
  readonly card: ReaderCard;
  /** Topology and weights of the reader, as tfjs saves them. */
  readonly topology: object;
  readonly weightSpecs: readonly object[];
  /** Base64. */
  readonly weights: string;
}

/** Name of the global that assets/try-data.js sets. */
export const TRY_DATA = 'captchaLabTry';

/** Name of the global that assets/kernels.js sets: base64 of tfjs's kernels for WebAssembly. */
export const KERNELS_DATA = 'captchaLabKernels';

/** Glyphs by font file and character, in the order of `moreFonts`: assets/fonts.js, which every page that draws carries. */
export type CarriedFonts = Readonly<Record<string, Readonly<Record<string, CarriedGlyph>>>>;

/** Name of the global that assets/fonts.js sets. */
export const FONTS_DATA = 'captchaLabFonts';
