import { open } from 'node:fs/promises';

/** Writes a file and waits until it is on the disk, so that what is renamed then is never empty. Throws the file
 *  system's error. @internal */
export async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
