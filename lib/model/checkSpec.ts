import { describeValue } from '../image';
import type { NetworkSpec } from './networkSpec';

/** Throws TypeError, naming the caller, unless `spec` describes a network. @internal */
export function checkSpec(caller: string, spec: unknown): void {
  const { name, layers } = (spec ?? {}) as Partial<NetworkSpec>;
  if (typeof name === 'string' && Array.isArray(layers)) return;
  throw new TypeError(
    `${caller}: spec must be a network such as TABLE_IV, or { name, purpose, layers }, got ${describeValue(spec)}.`,
  );
}
