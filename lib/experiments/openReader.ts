import path from 'node:path';
import { loadReader, type Reader } from '../reader';
import { projectFolder } from './projectFolder';

/** Readers that come with the kit: one that learnt from generated pictures only, and one that then learnt from real ones. */
export const SHIPPED_READERS = ['generated', 'tuned'] as const;

/** Name of a reader that comes with the kit. */
export type ShippedReader = (typeof SHIPPED_READERS)[number];

/** Folder of a reader that comes with the kit, within the project. */
export function readerFolder(name: ShippedReader): string {
  return path.join('data', 'models', `reader-${name}`);
}

/** Opens a reader that comes with the kit. from: a folder within the project, the working directory by default.
 *  The caller disposes it. Throws RangeError outside of the project, and as `loadReader` does. */
export async function openReader(name: ShippedReader, { from }: { from?: string } = {}): Promise<Reader> {
  const project = projectFolder(from);
  if (project === undefined) {
    throw new RangeError(
      'openReader: the working directory must lie in the captcha-lab project; elsewhere use loadReader(folder).',
    );
  }
  return loadReader(path.join(project, readerFolder(name)));
}
