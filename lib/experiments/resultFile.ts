import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileWhole } from '../files';
import { z } from 'zod';
import type { ExperimentResult, RunName } from './experimentResult';
import { resultSchema } from './resultSchema';

/** Stem of a run's files: `sgd-study-seed1`, on the report's own division `sgd-study-report-split-seed1`. */
export function runStem({ experiment, profile, seed, split }: RunName): string {
  return `${experiment}-${profile}${split === undefined ? '' : `-${split}-split`}-seed${seed}`;
}

/** Why a result in a folder cannot serve, and what to do.
 *  @internal */
export function resultError(file: string, reason: string): RangeError {
  return new RangeError(
    `Result ${file}: ${reason}. It was left as it is; move it away to make it again, or name another folder.`,
  );
}

/** Reads one result. Undefined when there is no such file. Throws RangeError, naming the file and what is wrong, when
 *  it is cut short or no result; the file is left as it is. */
export async function readResult(file: string): Promise<ExperimentResult | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const refuse = (reason: string): never => {
    throw resultError(file, reason);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(`it is cut short or no JSON (${(error as Error).message})`);
  }
  const parsed = resultSchema.safeParse(content);
  if (!parsed.success) return refuse(`it is no result of this version (${explain(parsed.error)})`);
  const stem = runStem(parsed.data.run);
  return stem === path.basename(file, '.json') ? parsed.data : refuse(`it holds the run ${stem}`);
}

/** Writes one result under a temporary name and puts it in place. */
export async function writeResult(file: string, result: ExperimentResult): Promise<void> {
  await writeFileWhole(file, formatResult(result));
}

/** JSON with a line a field, and lists of numbers on one line each: readable, and small differences stay small. */
function formatResult(result: ExperimentResult): string {
  const text = JSON.stringify(result, null, 2);
  return `${text.replace(/\[\s+([^[\]{}"]*?)\s+\]/g, (_, numbers: string) => `[${numbers.replace(/\s+/g, ' ')}]`)}\n`;
}

function explain({ issues }: z.ZodError): string {
  const [{ path: at, message }] = issues;
  return `${at.length === 0 ? '' : `${at.join('.')}: `}${message}`;
}
