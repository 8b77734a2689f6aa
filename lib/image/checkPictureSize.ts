const MOST_PIXELS = 50_000_000;

/** Throws Error when a file's header asks for no pixels or for more memory than any picture to be read here needs.
 *  @internal */
export function checkPictureSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Error(`a size of ${width} x ${height} pixels is not supported`);
  if (width * height > MOST_PIXELS) {
    throw new Error(`${width} x ${height} pixels are too many, ${MOST_PIXELS} are allowed`);
  }
}
