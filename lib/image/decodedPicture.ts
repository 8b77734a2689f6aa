/** What a file's decoder hands on: samples as they are stored, before transparency and orientation count. @internal */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Samples a pixel: grey; grey and alpha; red, green, blue; red, green, blue, alpha. Not multiplied by alpha. */
  readonly channels: 1 | 2 | 3 | 4;
  /** Row-major, height x width x channels. */
  readonly data: Uint8Array;
  /** 1 to 8, as in Exif; upright when left out. */
  readonly orientation?: number;
  /** What is wrong with the file, or left out of it, though all its pixels are there. */
  readonly notes: readonly string[];
}
