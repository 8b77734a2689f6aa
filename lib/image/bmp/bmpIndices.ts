import type { BmpHeader } from './readBmpHeader';

/** A BMP file's palette numbers, row by row from the top, by whichever way they are stored. Pixels that run lengths leave out are 0.
 *  data: from the first pixel to the end of the file. Throws Error when there are too few. @internal */
export function bmpIndices(data: Buffer, header: BmpHeader): Uint8Array {
  return header.kind === 'palette' ? unpacked(data, header) : unrolled(data, header);
}

function unpacked(data: Buffer, { width, height, topDown, bits }: BmpHeader): Uint8Array {
  const stride = 4 * Math.ceil((bits * width) / 32);
  const [perByte, mask] = [8 / bits, (1 << bits) - 1];
  const indices = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = stride * (topDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++) {
      const shift = 8 - bits * (1 + (x % perByte));
      indices[y * width + x] = (data[row + Math.floor(x / perByte)] >> shift) & mask;
    }
  }
  return indices;
}

/** Run lengths: a count and what is repeated; or 0 and 0 for the next row, 1 for the end, 2 for a step right and up, or the number
 *  of pixels that follow as they are, filled up to 16 bits. */
function unrolled(data: Buffer, { width, height, topDown, kind }: BmpHeader): Uint8Array {
  const indices = new Uint8Array(width * height);
  const four = kind === 'rle4';
  let [x, y, at] = [0, 0, 0];
  const put = (value: number): void => {
    if (x < width) indices[(topDown ? y : height - 1 - y) * width + x++] = value;
  };
  while (y < height) {
    // The last row may end without a mark.
    if (at + 1 >= data.length) {
      if (y === height - 1 && x === width) break;
      throw new Error('truncated: its rows are incomplete');
    }
    const [count, value] = [data[at++], data[at++]];
    if (count > 0) {
      for (let k = 0; k < count; k++) put(four ? nibble(value, k) : value);
    } else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) {
      if (at + 1 >= data.length) throw new Error('truncated: its rows are incomplete');
      [x, y] = [x + data[at++], y + data[at++]];
    } else {
      const bytes = four ? Math.ceil(value / 2) : value;
      if (at + bytes > data.length) throw new Error('truncated: its rows are incomplete');
      for (let k = 0; k < value; k++) put(four ? nibble(data[at + (k >> 1)], k) : data[at + k]);
      at += bytes + (bytes % 2);
    }
  }
  return indices;
}

function nibble(byte: number, index: number): number {
  return index % 2 === 0 ? byte >> 4 : byte & 15;
}
