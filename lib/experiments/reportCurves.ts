import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { ExperimentName } from './experiment';
import { resultsFolder } from './resultsFolder';

/** The experiments whose curves the report's authors put on record, in the order of Figures 4 to 10. */
export const REPORT_CURVES = [
  'adam',
  'sgd',
  'dropout25',
  'dropout50',
  'smaller',
  'bigger',
  'emnist',
] as const satisfies readonly ExperimentName[];

/** The report's own training, one number an epoch, four decimals. */
export interface ReportCurves {
  readonly loss: readonly number[];
  readonly accuracy: readonly number[];
  readonly valLoss: readonly number[];
  readonly valAccuracy: readonly number[];
}

/** Stem of the file in data/results. */
export const REPORT_CURVES_FILE = 'report-curves.json';

const numbers = z.array(z.number());
const share = z.array(z.number().min(0).max(1));
const curves = z
  .strictObject({ loss: numbers, accuracy: share, valLoss: numbers, valAccuracy: share })
  .refine((columns) => new Set(Object.values(columns).map(({ length }) => length)).size === 1, {
    error: 'all curves must have as many epochs',
  });
const file = z.object({
  format: z.literal('captcha-lab report curves 1'),
  curves: z.strictObject(Object.fromEntries(REPORT_CURVES.map((name) => [name, curves]))),
});

/** The report's curves of one experiment; undefined for 'augmented', 'final' and audits, of which there is no record.
 *  `folder` is the project's data/results by default. Throws RangeError when the file is missing or damaged, or without `folder` outside
 *  of the project. */
export async function reportCurves(
  name: string,
  { folder, from }: { readonly folder?: string; readonly from?: string } = {},
): Promise<ReportCurves | undefined> {
  const place = path.join(folder ?? resultsFolder('reportCurves', from), REPORT_CURVES_FILE);
  let content: unknown;
  try {
    content = JSON.parse(await readFile(place, 'utf8'));
  } catch (error) {
    throw new RangeError(`${place}: the report's curves cannot be read (${(error as Error).message}).`, {
      cause: error,
    });
  }
  const parsed = file.safeParse(content);
  if (!parsed.success) {
    const [{ path: at, message }] = parsed.error.issues;
    throw new RangeError(`${place}: it does not hold the report's curves (${at.join('.')}: ${message}).`);
  }
  return (parsed.data.curves as Readonly<Record<string, ReportCurves | undefined>>)[name];
}
