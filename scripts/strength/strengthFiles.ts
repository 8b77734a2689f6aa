import { access, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { strengthResultSchema, type StrengthResult, type StrengthRow } from 'captcha-lab/strength';
import { strengthPage } from './strengthPage';

/** Names in the results' folder. */
const RESULT = 'strength.json';
const PAGE = 'strength.html';
const READER = 'reader';
const CHECKPOINTS = 'in-progress';
const OURS = [RESULT, PAGE, READER, CHECKPOINTS];

/** Where a measurement keeps its files. */
export interface StrengthFiles {
  readonly result: string;
  readonly page: string;
  readonly reader: string;
  readonly checkpoints: string;
  readonly checkpointOf: (labels: number) => string;
}

export function strengthFiles(out: string): StrengthFiles {
  const checkpoints = path.join(out, CHECKPOINTS);
  return {
    result: path.join(out, RESULT),
    page: path.join(out, PAGE),
    reader: path.join(out, READER),
    checkpoints,
    checkpointOf: (labels) => path.join(checkpoints, `${labels}-labels.safetensors`),
  };
}

/** The rows that an earlier call of the same run left. Throws Error, naming --out, when the folder holds another run or anything that
 *  this command did not write. */
export async function earlierRows(out: string, run: string): Promise<readonly StrengthRow[]> {
  const names = await readdir(out).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new Error(`--out ${out} cannot be used: ${(error as Error).message}. Name another folder.`);
  });
  // Files that an interrupted write left begin with our names.
  const foreign = names.find((name) => !name.startsWith('.') && !OURS.some((own) => name.startsWith(own)));
  if (foreign !== undefined) {
    throw new Error(
      `--out ${out} must be new or hold this command's results, but has ${foreign}. Name another folder.`,
    );
  }
  const { result } = strengthFiles(out);
  const there = await access(result).then(
    () => true,
    () => false,
  );
  if (!there) return [];
  let parsed: ReturnType<typeof strengthResultSchema.safeParse>;
  try {
    parsed = strengthResultSchema.safeParse(JSON.parse(await readFile(result, 'utf8')));
  } catch (error) {
    throw new Error(`${result} is damaged: ${(error as Error).message}. Remove it, or name another --out.`, {
      cause: error,
    });
  }
  if (!parsed.success) {
    throw new Error(`${result} is no result of this command. Remove it, or name another --out.`);
  }
  if (parsed.data.run !== run) {
    throw new Error(
      `--out ${out} holds a measurement of other pictures, labels, seed or start (run ${parsed.data.run}, this is ${run}). ` +
        'Name another folder to keep both.',
    );
  }
  return parsed.data.rows;
}

/** Writes the result and its page, each under a temporary name first. */
export async function writeStrength(out: string, result: StrengthResult): Promise<void> {
  const files = strengthFiles(out);
  await writeFileAtomic(files.page, await strengthPage(result));
  await writeFileAtomic(files.result, `${JSON.stringify(result, null, 2)}\n`);
}
