const ENDINGS = ['png', 'jpg', 'jpeg', 'jfif', 'webp', 'gif', 'bmp'] as const;
const PATTERN = new RegExp(`^[^.].*\\.(${ENDINGS.join('|')})$`, 'is');

/** The endings that picture files have, for sentences: `.png, .jpg, … or .bmp`. */
export const PICTURE_ENDINGS = ENDINGS.map((ending) => `.${ending}`)
  .join(', ')
  .replace(/, ([^,]*)$/, ' or $1');

/** True for a name, without its folder, that a picture has, in upper or lower case: folders are searched by name, and what a file holds
 *  is then told by its content. `._226md.png` and its like are macOS's notes, not pictures. */
export function isPictureName(name: string): boolean {
  return PATTERN.test(name);
}
