/** Throws RangeError: field, rule, value received, remedy. @internal */
export function refuse(field: string, received: unknown, rule: string, remedy: string): never {
  // JSON has no NaN or Infinity.
  const shown =
    typeof received === 'number' ? String(received) : (JSON.stringify(received) as string | undefined);
  throw new RangeError(`checkScheme: ${field} ${rule}, got ${shown ?? 'nothing'}. ${remedy}`);
}

/** Throws RangeError unless `value` is a whole number from `least` to `most`. @internal */
export function wholeNumber(
  field: string,
  value: unknown,
  [least, most]: readonly [number, number],
  remedy: string,
): void {
  if (!Number.isInteger(value) || (value as number) < least || (value as number) > most) {
    refuse(field, value, `must be a whole number from ${least} to ${most}`, remedy);
  }
}
