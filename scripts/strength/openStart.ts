import { checkReads, type Scheme } from 'captcha-lab/scheme';
import { loadRecognizer, type Recognizer } from 'captcha-lab/recognizer';

/** The reader to go on from. Throws Error naming --from, or RangeError naming both schemes. */
export async function openStart(folder: string, scheme: Scheme): Promise<Recognizer> {
  let reader: Awaited<ReturnType<typeof loadRecognizer>>;
  try {
    reader = await loadRecognizer(folder);
  } catch (error) {
    throw new Error(`--from must be a reader that this command made. ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (reader === undefined) {
    throw new Error(
      `--from must be a reader that this command made (OUT/reader), got ${folder}, which is another network.`,
    );
  }
  checkReads(reader.card.scheme, scheme, { reader: `the reader in ${folder}` });
  return reader;
}
