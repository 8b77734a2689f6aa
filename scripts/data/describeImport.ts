import path from 'node:path';
import { DatasetError } from 'captcha-lab/data';
import { type DataSurvey, type ImportResult, type SurveyedData } from 'captcha-lab/sets';

/** Tells of --skip-bad where it would help: some pictures are bad, others are not. */
export function withAdvice(error: unknown, onBad: 'throw' | 'skip'): unknown {
  if (
    !(error instanceof DatasetError) ||
    onBad === 'skip' ||
    !error.problems.some(({ file }) => /\.(png|jpe?g|jfif|webp|gif|bmp)(\.[^.]*)?$/i.test(file))
  ) {
    return error;
  }
  return new Error(`${error.message}\nTo import the others without them, add --skip-bad.`, { cause: error });
}

/** What `--generated` did; previous: where the imported CAPTCHAs are kept. */
export function describeReturn(previous: string | null): string {
  const use = named()
    ? `CAPTCHA_DATA names ${named()}, which is used before all others: unset it.`
    : 'From now on the generated CAPTCHAs are used.';
  if (previous === null) return `No CAPTCHAs are imported. ${use}`;
  return `${use}\nThe imported ones are kept as ${previous}; to use them again: npm run data -- ${previous}`;
}

/** What an import did. */
export function describeResult({ status, counts, folder, previous, leftOut, notes }: ImportResult): string {
  const what = describeCounts(counts);
  const first =
    status === 'identical'
      ? `The same ${what} are in ${folder} already; nothing was changed.`
      : `Imported ${what} into ${folder}.`;
  const kept = previous === null ? [] : [`What was there before is now ${previous}.`];
  const bad = leftOut.map(({ file, rule, received }) => `  ${file}: ${rule}, got ${received}.`);
  const omitted =
    leftOut.length === 0
      ? []
      : [`Left out, as ${path.join(folder, 'left-out.json')} tells (${leftOut.length}):`, ...bad];
  return [first, ...kept, ...omitted, ...notes].join('\n');
}

/** Which data lie in a folder. */
export function describeSurvey(into: string, { captchas, emnist, generated }: DataSurvey): string {
  const row = (name: string, { folder, counts, fault, leftOut }: SurveyedData, absent: string): string => {
    const omitted =
      leftOut === undefined ? '' : ` (${leftOut} left out: ${path.join(folder, 'left-out.json')})`;
    return `  ${name.padEnd(18)}${counts ? describeCounts(counts) + omitted : (fault ?? absent)}`;
  };
  const used = named()
    ? `${named()} (CAPTCHA_DATA)`
    : captchas.counts || captchas.fault
      ? captchas.folder
      : `${generated.folder}, drawn when first needed`;
  return [
    `Data in ${into}`,
    row('real CAPTCHAs', captchas, 'none: npm run data -- archive.zip imports them'),
    row('EMNIST', emnist, 'none: npm run data -- gzip.zip imports it'),
    row('generated', generated, 'none yet'),
    `Notebooks read ${used}.`,
    ...(captchas.counts || captchas.fault
      ? ['To use generated ones again: npm run data -- --generated']
      : []),
    'Where to get data: npm run data -- --help',
  ].join('\n');
}

function named(): string | undefined {
  return process.env.CAPTCHA_DATA?.trim() ?? undefined;
}

function describeCounts(counts: Readonly<Record<string, number>>): string {
  return 'captchas' in counts
    ? `${counts.captchas} ${counts.captchas === 1 ? 'CAPTCHA' : 'CAPTCHAs'}`
    : `${counts.train} + ${counts.test} pictures of EMNIST`;
}
