import { checkScheme } from './checkScheme';
import type { Scheme } from './scheme';

/** Whether `value` keeps all rules of `checkScheme`; for files whose other fields are checked in another way. */
export function isScheme(value: unknown): value is Scheme {
  try {
    checkScheme(value);
    return true;
  } catch {
    return false;
  }
}
