import path from 'node:path';
import { openReader, SHIPPED_READERS, type ShippedReader } from 'captcha-lab/experiments';
import { loadReader, type Reader } from 'captcha-lab/reader';

/** Opens the reader that --model names: one that comes with the kit, or a folder, relative to `here`.
 *  Throws Error naming the option, with what is wrong. */
export async function openChosenReader(
  model: string,
  { root, here }: { root: string; here: string },
): Promise<Reader> {
  try {
    return isShipped(model)
      ? await openReader(model, { from: root })
      : await loadReader(path.resolve(here, model));
  } catch (error) {
    throw new Error(
      `--model must be ${SHIPPED_READERS.join(', ')} or the folder of a reader, got ${model}. ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function isShipped(model: string): model is ShippedReader {
  return (SHIPPED_READERS as readonly string[]).includes(model);
}
