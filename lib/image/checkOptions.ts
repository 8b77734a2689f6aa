import { describeValue } from './describeValue';

/** Throws TypeError, naming caller and argument, unless `options` is an object. example: what it may be, as a caller would
 *  write it. For functions that cannot do without them. @internal */
export function checkOptions(caller: string, options: unknown, example: string, name = 'options'): void {
  if (typeof options === 'object' && options !== null) return;
  throw new TypeError(
    `${caller}: ${name} must be an object such as ${example}, got ${describeValue(options)}.`,
  );
}
