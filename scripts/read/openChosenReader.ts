import path from 'node:path';
import type { FileReading } from 'captcha-lab/reader';
import type { PictureReading } from 'captcha-lab/recognizer';
import type { Scheme } from 'captcha-lab/scheme';

/** What the command asks of a reader, whatever it learnt. */
export interface ChosenReader {
  /** What the output calls it. */
  readonly name: string;
  /** Readings with less confidence are not sure. */
  readonly notSureBelow: number;
  /** The scheme of its pictures; undefined for those of the kit's own readers. */
  readonly scheme: Scheme | undefined;
  readonly readFiles: (
    files: readonly string[],
  ) => AsyncGenerator<FileReading | PictureReading, void, undefined>;
  readonly dispose: () => void;
}

/** Opens the reader that --model names: one that comes with the kit, or a folder, relative to `here`, of such a one or of what
 *  `npm run strength` made. Throws Error naming the option, with what is wrong. */
export async function openChosenReader(
  model: string,
  { root, here }: { root: string; here: string },
): Promise<ChosenReader> {
  // They load TensorFlow: a second that help and slips in the arguments need not wait for.
  const { openReader, SHIPPED_READERS } = await import('captcha-lab/experiments');
  const { loadReader, readFiles } = await import('captcha-lab/reader');
  const { loadRecognizer, readPictureFiles } = await import('captcha-lab/recognizer');
  const shipped = SHIPPED_READERS.find((name) => name === model);
  try {
    const folder = path.resolve(here, model);
    const recognizer = shipped ? undefined : await loadRecognizer(folder);
    if (recognizer) {
      const { scheme, notSureBelow, labels } = recognizer.card;
      return {
        name: `${scheme.name}, ${labels} labels`,
        notSureBelow,
        scheme,
        readFiles: (files) => readPictureFiles(recognizer, files),
        dispose: () => {
          recognizer.dispose();
        },
      };
    }
    const reader = shipped ? await openReader(shipped, { from: root }) : await loadReader(folder);
    return {
      name: reader.card.reader,
      notSureBelow: reader.card.notSureBelow,
      scheme: undefined,
      readFiles: (files) => readFiles(reader, files),
      dispose: () => {
        reader.dispose();
      },
    };
  } catch (error) {
    throw new Error(
      `--model must be ${SHIPPED_READERS.join(', ')} or the folder of a reader, got ${model}. ${(error as Error).message}`,
      { cause: error },
    );
  }
}
