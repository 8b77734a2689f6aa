/** Arrays by name, in the order they are written. */
export type NamedArrays = ReadonlyMap<
  string,
  { readonly shape: readonly number[]; readonly data: Float32Array | Float64Array }
>;

/** What a safetensors file holds. */
export interface SafetensorsFile {
  readonly arrays: NamedArrays;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Bytes of a safetensors file: header length (8 bytes, little-endian), JSON header, raw little-endian values, first
 *  array first. Python reads it with `safetensors.numpy.load`. Source: the safetensors format description. */
export function encodeSafetensors({ arrays, metadata }: SafetensorsFile): Buffer {
  let end = 0;
  const header: Record<string, unknown> = { __metadata__: metadata };
  for (const [name, { shape, data }] of arrays) {
    header[name] = {
      dtype: data instanceof Float64Array ? 'F64' : 'F32',
      shape,
      data_offsets: [end, end + data.byteLength],
    };
    end += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(header));
  // Values start on a multiple of 8, so that readers can map them without copying.
  const padded = Math.ceil(json.length / 8) * 8;
  const bytes = Buffer.alloc(8 + padded + end, ' ');
  bytes.writeBigUInt64LE(BigInt(padded), 0);
  json.copy(bytes, 8);
  let offset = 8 + padded;
  for (const { data } of arrays.values()) {
    Buffer.from(data.buffer, data.byteOffset, data.byteLength).copy(bytes, offset);
    offset += data.byteLength;
  }
  return bytes;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly number[];
}

function isEntry(value: unknown): value is Entry {
  const { shape, data_offsets: offsets } = (value ?? {}) as Partial<Entry>;
  return (
    Array.isArray(shape) &&
    shape.every((size) => Number.isSafeInteger(size) && size >= 0) &&
    Array.isArray(offsets) &&
    offsets.length === 2 &&
    offsets.every((at) => Number.isSafeInteger(at) && at >= 0)
  );
}

/** Arrays (copied) and metadata of a safetensors file. Knows the types F32 and F64.
 *  Throws RangeError, its message to be completed by the file's name, when the bytes are not such a file or end early. */
export function decodeSafetensors(bytes: Uint8Array): SafetensorsFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = bytes.length < 8 ? Infinity : Number(view.getBigUint64(0, true));
  if (headerLength > bytes.length - 8) {
    throw new RangeError('it is not a safetensors file, or its header is cut off');
  }
  let header: unknown;
  try {
    header = JSON.parse(Buffer.from(bytes.subarray(8, 8 + headerLength)).toString());
  } catch {
    throw new RangeError('its header is not JSON');
  }
  if (typeof header !== 'object' || header === null) throw new RangeError('its header is not an object');
  const { __metadata__: metadata = {}, ...entries } = header as Record<string, unknown>;
  const values = bytes.subarray(8 + headerLength);
  const arrays = new Map<string, { shape: readonly number[]; data: Float32Array | Float64Array }>();
  let total = 0;
  for (const [name, entry] of Object.entries(entries)) {
    if (!isEntry(entry)) throw new RangeError(`its header describes "${name}" wrongly`);
    const [from, to] = entry.data_offsets;
    if (to > values.length) {
      throw new RangeError(`it is cut off: "${name}" ends at byte ${to} of ${values.length}`);
    }
    if (entry.dtype !== 'F32' && entry.dtype !== 'F64') {
      throw new RangeError(`"${name}" has type ${entry.dtype}; only F32 and F64 are known`);
    }
    const kind = entry.dtype === 'F32' ? Float32Array : Float64Array;
    const size = entry.shape.reduce((product, side) => product * side, 1) * kind.BYTES_PER_ELEMENT;
    if (to - from !== size) throw new RangeError(`"${name}" takes ${to - from} bytes, its shape ${size}`);
    // A copy starts at offset 0, which wider elements need; `slice` of a Buffer would be no copy.
    arrays.set(name, {
      shape: entry.shape,
      data: new kind(new Uint8Array(values.subarray(from, to)).buffer),
    });
    total += size;
  }
  if (total !== values.length)
    throw new RangeError(`it holds ${values.length} bytes of values, its header says ${total}`);
  return { arrays, metadata: metadata as Record<string, string> };
}
