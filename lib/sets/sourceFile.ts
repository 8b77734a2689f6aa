import type { DatasetProblem } from '../data';

/** A file in a folder or an archive that may be imported. */
export interface SourceFile {
  /** Path inside the source, with `/`. */
  readonly path: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Why it cannot be read, known before trying. */
  readonly refused?: Omit<DatasetProblem, 'file'>;
  read(): Promise<Buffer>;
}

/** What `importData` was given, opened. */
export interface ImportSource {
  readonly files: readonly SourceFile[];
  close(): void;
}

/** More files than any of the data sets has: the wrong folder, or an archive made to do harm. */
export const MOST_FILES = 100_000;

/** Last part of a path inside a source. */
export function baseName(inside: string): string {
  return inside.slice(inside.lastIndexOf('/') + 1);
}
