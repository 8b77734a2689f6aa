/** True for an array, without telling TypeScript so: where the types promise one already, it would take the rest for `never` or
 *  `any`. @internal */
export function isList(value: unknown): boolean {
  return Array.isArray(value);
}
