import path from 'node:path';
import type { Reader } from 'captcha-lab/reader';

/** Opens the reader that --model names: one that comes with the kit, or a folder, relative to `here`.
 *  Throws Error naming the option, with what is wrong. */
export async function openChosenReader(
  model: string,
  { root, here }: { root: string; here: string },
): Promise<Reader> {
  // They load TensorFlow: a second that help and slips in the arguments need not wait for.
  const { openReader, SHIPPED_READERS } = await import('captcha-lab/experiments');
  const { loadReader } = await import('captcha-lab/reader');
  const shipped = SHIPPED_READERS.find((name) => name === model);
  try {
    return shipped ? await openReader(shipped, { from: root }) : await loadReader(path.resolve(here, model));
  } catch (error) {
    throw new Error(
      `--model must be ${SHIPPED_READERS.join(', ')} or the folder of a reader, got ${model}. ${(error as Error).message}`,
      { cause: error },
    );
  }
}
