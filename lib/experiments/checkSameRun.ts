import { existsSync } from 'node:fs';
import type { PrecisionChoice } from '../kernels';
import { quantity } from '../metrics';
import { REPORT } from '../report';
import type { ExperimentResult } from './experimentResult';
import { resultError } from './resultFile';

/** The rest of an incomplete run needs its checkpoint: without it, its epochs would be lost to a new beginning. */
export function checkContinues(file: string, { last, config }: ExperimentResult, checkpoint: string): void {
  if (existsSync(checkpoint)) return;
  const done = `${last.epoch} of ${quantity(config.epochs, 'epoch')}`;
  throw resultError(file, `it has ${done}, and ${checkpoint}, from which the run would go on, is not there`);
}

/** A finished run must be the one that is asked for, or its numbers would be passed off as others'. */
export function checkSameRun(
  file: string,
  earlier: ExperimentResult,
  now: Pick<ExperimentResult, 'config' | 'data'> & { readonly precision: PrecisionChoice },
): void {
  // Results of before there was a choice say nothing of it, nor of the scheme, which was the report's.
  const had = earlier.config.precision ?? 'float32';
  if (now.precision !== 'auto' && now.precision !== had) {
    throw resultError(file, `it was made with precision ${had}, now ${now.precision}`);
  }
  for (const part of ['config', 'data'] as const) {
    const before: Readonly<Record<string, unknown>> = {
      ...(part === 'data' && { scheme: REPORT }),
      ...earlier[part],
    };
    const given: Readonly<Record<string, unknown>> = now[part];
    const text = (value: unknown): string => JSON.stringify(value ?? null);
    const key = [...new Set([...Object.keys(before), ...Object.keys(given)])].find(
      (name) => name !== 'precision' && text(before[name]) !== text(given[name]),
    );
    if (key !== undefined) {
      const difference = `${part}.${key} ${text(before[key])}, now ${text(given[key])}`;
      throw resultError(file, `it was made with ${difference}`);
    }
  }
}
