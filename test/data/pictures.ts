import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { encodePng, greyImage } from 'captcha-lab/image';

/** A PNG of the given size, one grey all over; different greys are different files. */
export async function png({ width = 200, height = 50, grey = 128 } = {}): Promise<Buffer> {
  return encodePng(greyImage(width, height, new Uint8Array(width * height).fill(grey)));
}

/** Writes 200 x 50 PNGs of those names into the folder, the first of grey 0, the next of grey 1, and so on. */
export async function writePictures(folder: string, ...names: readonly string[]): Promise<void> {
  for (const [grey, name] of names.entries()) writeFileSync(path.join(folder, name), await png({ grey }));
}
