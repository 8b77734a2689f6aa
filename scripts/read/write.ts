import { once } from 'node:events';

/** Writes to stdout and waits where its reader is slower, so that output never piles up in memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
