import path from 'node:path';
import { foldsByCaptcha, selectExamples, type Captcha, type CharacterSet } from 'captcha-lab/data';
import { loadEmnist } from 'captcha-lab/sets';
import {
  LABEL_COUNTS,
  openDataset,
  pretrainCharacters,
  READER_FOLDS,
  transferCharacters,
  type TransferSource,
} from 'captcha-lab/experiments';
import { extractCharacters } from 'captcha-lab/report';
import { addRow, readRows } from './keptRows';

/** One measure of the transfer's study. */
export interface TransferResult {
  readonly source: TransferSource;
  readonly fold: number;
  readonly labels: number;
  readonly correct: number;
  readonly n: number;
}

const SOURCES: readonly TransferSource[] = ['generated', 'handwriting', 'scratch'];
const FOLDS = 2;

/** Measures in all, when handwriting was there. */
export const TRANSFERS = SOURCES.length * FOLDS * (LABEL_COUNTS.length + 2);

/** File of the measures that are done. */
export function transferFile(cache: string): string {
  return path.join(cache, 'study', 'transfer.json');
}

export function readTransfer(cache: string): TransferResult[] {
  return readRows(transferFile(cache));
}

/** Measures what is missing, one after the other, each kept as soon as it is done. emnist: its folder; without it 'handwriting' is
 *  left out, and that is said. */
export async function runTransfer(
  captchas: readonly Captcha[],
  { cache, root, emnist, signal }: { cache: string; root: string; emnist?: string; signal: AbortSignal },
): Promise<void> {
  const set = extractCharacters(captchas);
  const counts = [0, ...LABEL_COUNTS, 'all'] as const;
  for (const source of SOURCES) {
    if (source === 'handwriting' && emnist === undefined) {
      console.log('skipped: handwriting (--emnist names no folder of EMNIST)');
      continue;
    }
    const missing = Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
      const folds = foldsByCaptcha(captchas, READER_FOLDS);
      return counts
        .map((count) => ({ fold, folds, labels: count === 'all' ? folds[fold].train.length : count }))
        .filter(
          ({ labels }) =>
            !readTransfer(cache).some(
              (one) => one.source === source && one.fold === fold && one.labels === labels,
            ),
        );
    });
    if (missing.length === 0) continue;
    const examples = await examplesOf(source, { root, emnist });
    const all =
      examples &&
      selectExamples(
        examples,
        Int32Array.from({ length: examples.count }, (_, i) => i),
      );
    const base = await pretrainCharacters(all, { seed: 1, signal });
    console.log(`${source}: ready`);
    for (const { fold, folds, labels } of missing) {
      const measured = await transferCharacters({
        base,
        freeze: source !== 'scratch',
        set,
        fold: folds[fold],
        labels,
        seed: fold + 1,
        signal,
      });
      if (signal.aborted) throw new Error('interrupted; what was done is kept.');
      console.log(`${source}, fold ${fold + 1}, ${labels} labelled: ${measured.correct} of ${measured.n}`);
      await addRow(transferFile(cache), { source, fold, labels, ...measured });
    }
    base.dispose();
  }
}

async function examplesOf(
  source: TransferSource,
  { root, emnist }: { root: string; emnist?: string },
): Promise<CharacterSet | undefined> {
  if (source === 'scratch') return undefined;
  if (source === 'handwriting') return (await loadEmnist(emnist as string)).train;
  const { captchas } = await openDataset({
    environment: { CAPTCHA_DATA: path.join(root, 'data', 'generated') },
    from: root,
  });
  return extractCharacters(captchas);
}
