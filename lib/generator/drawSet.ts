import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { encodePng, encodeRgbaPng } from '../image';
import type { GeneratedCaptcha } from './generateCaptcha';
import { generateSet, type GenerateSetOptions } from './generateSet';
import { STEP_FILES, type SetPicture } from './setManifest';

/** How far a set of pictures has come. */
export interface SetProgress {
  readonly done: number;
  readonly total: number;
}

export interface DrawSetOptions extends GenerateSetOptions {
  /** Write each picture's steps as well. Default false. */
  steps?: boolean;
  /** Called after each picture. */
  onProgress?: (progress: SetProgress) => void;
  /** Stops the work between two pictures. */
  signal?: AbortSignal;
}

// Files written at a time: writing one overlaps with drawing the next.
const BATCH = 16;

/** Draws a set into an existing folder: `TEXT.png`, a second picture of one text `TEXT-2.png`. @internal */
export async function drawSet(folder: string, options: DrawSetOptions): Promise<SetPicture[]> {
  const { count, steps = false, onProgress, signal } = options;
  const pictures: SetPicture[] = [];
  let writing: Promise<unknown>[] = [];
  let failure: Error | undefined;
  // Kept until the batch is complete: nobody waits for a single file.
  const keep = (error: Error): void => {
    failure ??= error;
  };
  try {
    for (const { seed, captcha } of generateSet(options)) {
      signal?.throwIfAborted();
      const repeated = options.text !== undefined && pictures.length > 0;
      const stem = repeated ? `${captcha.text}-${pictures.length + 1}` : captcha.text;
      const png = await encodePng(captcha.image);
      const sha256 = createHash('sha256').update(png).digest('hex');
      pictures.push({ file: `${stem}.png`, text: captcha.text, seed, bytes: png.length, sha256 });
      writing.push(writeFile(path.join(folder, `${stem}.png`), png).catch(keep));
      if (steps) writing.push(writeSteps(path.join(folder, 'steps', stem), captcha, png).catch(keep));
      if (writing.length >= BATCH || pictures.length === count) {
        await Promise.all(writing);
        writing = [];
        if (failure !== undefined) throw failure;
      }
      onProgress?.({ done: pictures.length, total: count });
    }
    return pictures;
  } finally {
    // The folder is removed when something goes wrong, and must not be written to by then.
    await Promise.all(writing);
  }
}

async function writeSteps(folder: string, { steps }: GeneratedCaptcha, final: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true });
  const contents = [...[steps.text, steps.ripple, steps.noise].map(encodeRgbaPng), final];
  for (const [index, bytes] of contents.entries())
    await writeFile(path.join(folder, STEP_FILES[index]), bytes);
}
