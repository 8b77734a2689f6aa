/** A picture file that cannot be decoded. `message` is `file: reason`. */
export class ImageFileError extends Error {
  override readonly name = 'ImageFileError';

  constructor(
    /** What the caller named the picture, usually its file name. */
    readonly file: string,
    /** What is wrong with it, without its name. */
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
  }
}
