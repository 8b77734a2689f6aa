import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { benchSchema, type BenchFile } from './benchFile';

/** What `npm run bench -- --out file` wrote; undefined when there is no such file.
 *  Throws Error when the file is not of that kind. */
export async function readBench(file: string): Promise<BenchFile | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return benchSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(
      `${file} is not what \`npm run bench\` writes (${why}); move it away, or name another file.`,
      {
        cause: error,
      },
    );
  }
}
