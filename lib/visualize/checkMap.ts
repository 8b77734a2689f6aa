import { describeValue } from '../image';
import type { ValueMap } from './valueMap';

/** Throws TypeError, naming the caller, unless `map` is a map of values. @internal */
export function checkMap(caller: string, map: unknown): void {
  const { width, height, values } = (map ?? {}) as Partial<ValueMap>;
  if (ArrayBuffer.isView(values) && values.length === (width as number) * (height as number)) return;
  const remedy = Array.isArray(map)
    ? 'Give one of them: maps[0].'
    : 'gradCam gives a list of them, one a picture.';
  throw new TypeError(`${caller}: map must be a map of values, got ${describeValue(map)}. ${remedy}`);
}
