/** Size of texts that `textWidth` measures, in pixels. @internal */
export const SMALL_TEXT = 11;

/** Advance of an average character of the figures' face, as a share of the size, rounded up. */
const ADVANCE = 0.58;

/** About how wide a text is at `SMALL_TEXT`, in pixels: characters are taken to be equally wide. @internal */
export function textWidth(text: string): number {
  return Math.ceil(text.length * ADVANCE * SMALL_TEXT);
}

/** The text with `<br>` for spaces where a line would become wider than `width` pixels; words are not broken.
 *  @internal */
export function wrapText(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('<br>');
}
