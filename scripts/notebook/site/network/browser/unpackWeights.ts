/** Undoes `packWeights`. packed: what it gave; bytesOfValue: as it was told. */
export async function unpackWeights(
  packed: Uint8Array<ArrayBuffer>,
  bytesOfValue: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
  const apart = new Uint8Array(await new Response(stream).arrayBuffer());
  const count = apart.length / bytesOfValue;
  const weights = new Uint8Array(apart.length);
  for (let byte = 0; byte < bytesOfValue; byte++) {
    for (let value = 0; value < count; value++)
      weights[value * bytesOfValue + byte] = apart[byte * count + value];
  }
  return weights;
}
