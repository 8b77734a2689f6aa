import { isImage, showValue } from './showValue';

/** Where and how `mine` differs from `expected`, as a sentence without a full stop; undefined when they are the same.
 *  Numbers may differ by `tolerance`, relative above 1 and absolute below; typed arrays are taken for lists. */
export function firstDifference(mine: unknown, expected: unknown, tolerance = 0): string | undefined {
  if (typeof expected === 'number') {
    if (typeof mine !== 'number')
      return `yours is ${kindOf(mine)}, expected the number ${showValue(expected)}`;
    return sameNumber(mine, expected, tolerance)
      ? undefined
      : `yours ${showValue(mine)}, expected ${showValue(expected)}`;
  }
  if (isImage(expected)) {
    if (!isImage(mine)) return `yours is ${kindOf(mine)}, expected a picture ({ width, height, data })`;
    const [size, wanted] = [mine, expected].map(({ width, height }) => `${width} x ${height}`);
    if (size !== wanted) return `yours is ${size} pixels, expected ${wanted} (width x height)`;
    const at = expected.data.findIndex((value, index) => mine.data[index] !== value);
    if (at < 0) return undefined;
    const place = `row ${Math.floor(at / expected.width)}, column ${at % expected.width}`;
    return `in ${place} (counted from 0) yours has ${mine.data[at]}, expected ${expected.data[at]}`;
  }
  if (isList(expected)) return differenceOfLists(mine, Array.from(expected), tolerance);
  if (expected instanceof Map) {
    if (!(mine instanceof Map)) return `yours is ${kindOf(mine)}, expected a Map`;
    const [given, wanted] = [mine, expected].map((map) => Object.fromEntries(map) as Record<string, unknown>);
    return differenceOfObjects(given, wanted, tolerance);
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof mine !== 'object' || mine === null)
      return `yours is ${kindOf(mine)}, expected ${showValue(expected)}`;
    return differenceOfObjects(mine, expected, tolerance);
  }
  return Object.is(mine, expected) ? undefined : `yours ${showValue(mine)}, expected ${showValue(expected)}`;
}

function sameNumber(mine: number, expected: number, tolerance: number): boolean {
  if (Object.is(mine, expected) || mine === expected) return true;
  return Math.abs(mine - expected) <= tolerance * Math.max(1, Math.abs(expected));
}

function differenceOfLists(
  mine: unknown,
  expected: readonly unknown[],
  tolerance: number,
): string | undefined {
  if (!isList(mine)) return `yours is ${kindOf(mine)}, expected a list of ${expected.length}`;
  const given = Array.from(mine);
  if (given.length !== expected.length) {
    const [yours, wanted] = [given, expected].map((list) =>
      list.length <= 12 ? ` (${showValue(list).trim()})` : '',
    );
    return `yours has ${given.length} items${yours}, expected ${expected.length}${wanted}`;
  }
  for (const [index, item] of expected.entries()) {
    const difference = firstDifference(given[index], item, tolerance);
    if (difference === undefined) continue;
    // Of a list of lists: `at index 2: at index 0: …` takes two readings.
    const inner = /^at index (\d+): (.*)$/s.exec(difference);
    return inner
      ? `in row ${index}, column ${inner[1]} (counted from 0): ${inner[2]}`
      : `at index ${index}: ${difference}`;
  }
  return undefined;
}

function differenceOfObjects(mine: object, expected: object, tolerance: number): string | undefined {
  const given = mine as Record<string, unknown>;
  for (const [key, item] of Object.entries(expected)) {
    const difference = firstDifference(given[key], item, tolerance);
    if (difference !== undefined) return `${key}: ${difference}`;
  }
  const extra = Object.keys(given).find((key) => !Object.hasOwn(expected, key));
  return extra === undefined ? undefined : `yours has ${JSON.stringify(extra)}, which should not be there`;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing (undefined)';
  if (isImage(value)) return 'a picture';
  if (isList(value)) return 'a list';
  if (value instanceof Map) return 'a Map';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : `${typeof value} ${showValue(value)}`;
}
