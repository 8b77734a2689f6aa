import { isBytes } from './isBytes';
/** What a caller has given instead of what was asked for, in a few words for an error. @internal */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string')
    return value.length > 40 ? `the text ${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object') return `${typeof value} ${(value as number).toString()}`;
  if (typeof (value as { then?: unknown }).then === 'function') return 'a promise; await it';
  if (Array.isArray(value)) return value.length === 1 ? 'a list of one' : `a list of ${value.length}`;
  const { width, height, data, values } = value as Record<string, unknown>;
  if (ArrayBuffer.isView(value)) return `${value.constructor.name} of ${value.byteLength} bytes`;
  if (typeof width === 'number' && typeof height === 'number') {
    if (ArrayBuffer.isView(values)) return `a map of values, ${width} x ${height}`;
    if (!isBytes(data)) return `an object of ${width} x ${height} without its bytes (data, a Uint8Array)`;
    if (data.length === 4 * width * height) return `a colour picture (RGBA) of ${width} x ${height}`;
    return data.length === width * height
      ? `a grey picture of ${width} x ${height}`
      : `${data.length} bytes for ${width} x ${height} pixels`;
  }
  const fields = Object.keys(value);
  return fields.length === 0 ? 'an object without fields' : `an object of ${fields.slice(0, 6).join(', ')}`;
}
