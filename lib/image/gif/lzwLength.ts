/** How many values compressed data of a GIF file stand for, up to their end or the first code that cannot be; counting stops when
 *  `enough` is reached. bits: of a value, 1 to 8.
 *  Each new code stands for one value more than the code before it, so no value need be known. Source: the GIF89a specification,
 *  appendix F. @internal */
export function lzwLength(data: Uint8Array, bits: number, enough: number): number {
  const clear = 1 << bits;
  const lengths = new Uint16Array(4096).fill(1, 0, clear);
  let codes = clear + 2;
  let width = bits + 1;
  let previous = 0;
  let total = 0;
  for (let bit = 0; bit + width <= data.length * 8 && total < enough;) {
    const at = bit >> 3;
    const three = data[at] | ((data[at + 1] ?? 0) << 8) | ((data[at + 2] ?? 0) << 16);
    const code = (three >> (bit & 7)) & ((1 << width) - 1);
    bit += width;
    if (code === clear) {
      codes = clear + 2;
      width = bits + 1;
      previous = 0;
      continue;
    }
    if (code === clear + 1 || code > codes || (code === codes && previous === 0)) break;
    if (previous !== 0 && codes < 4096) {
      lengths[codes++] = previous + 1;
      if (codes === 1 << width && width < 12) width++;
    }
    previous = lengths[code];
    total += previous;
  }
  return total;
}
