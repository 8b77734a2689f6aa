/** True for an array of bytes, one made in another realm (a notebook's kernel) among them. @internal */
export function isBytes(data: unknown): data is Uint8Array {
  return ArrayBuffer.isView(data) && (data as Partial<Uint8Array>).BYTES_PER_ELEMENT === 1;
}
