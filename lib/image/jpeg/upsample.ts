import type { Component, Frame } from './frame';

/** A component's samples at the picture's size, width x height bytes.
 *  As libjpeg: a component halved in width, in height or in both is interpolated with weights 3/4 and 1/4 (its
 *  "fancy upsampling"), other ratios repeat samples.
 *  samples: rows of blocksAcross * 8 bytes. Throws Error when the ratio is no whole number. */
export function upsample(samples: Uint8Array, component: Component, frame: Frame): Uint8Array {
  const timesX = frame.maxH / component.h;
  const timesY = frame.maxV / component.v;
  if (!Number.isInteger(timesX) || !Number.isInteger(timesY)) {
    throw new Error('sampling factors that are no multiples of each other are not supported');
  }
  const stride = component.blocksAcross * 8;
  const rowAt = (y: number): Uint8Array => {
    const inside = Math.min(Math.max(y, 0), component.height - 1);
    return samples.subarray(inside * stride, inside * stride + component.width);
  };
  const wide = timesX === 2 && component.width > 2;
  const mixed = new Int32Array(component.width);
  const result = new Uint8Array(frame.width * frame.height);
  for (let y = 0; y < frame.height; y++) {
    const row = rowAt(Math.floor(y / timesY));
    // The nearer row counts three times, the next one, above or below, once.
    const odd = y & 1;
    const other = rowAt((y >> 1) + (odd === 1 ? 1 : -1));
    const line = result.subarray(y * frame.width, (y + 1) * frame.width);
    if (timesY === 2 && wide) {
      for (let x = 0; x < mixed.length; x++) mixed[x] = 3 * row[x] + other[x];
      widen(mixed, line, 4, 8, 7);
    } else if (timesY === 1 && wide) {
      widen(row, line, 2, 1, 2);
    } else if (timesY === 2 && timesX === 1) {
      for (let x = 0; x < line.length; x++) line[x] = (3 * row[x] + other[x] + 1 + odd) >> 2;
    } else if (timesX === 1) {
      line.set(row);
    } else {
      for (let x = 0; x < line.length; x++) line[x] = row[Math.floor(x / timesX)];
    }
  }
  return result;
}

/** Doubles a row: each value gives two, each mixed with the neighbour on its side; the outermost two have none.
 *  The result is shifted right by `shift` after adding `left` or `right`, which differ so that errors cancel. */
function widen(
  row: Uint8Array | Int32Array,
  line: Uint8Array,
  shift: number,
  left: number,
  right: number,
): void {
  for (let x = 0; x < line.length; x++) {
    const at = x >> 1;
    const next = (x & 1) === 0 ? at - 1 : at + 1;
    const neighbour = next < 0 || next >= row.length ? row[at] : row[next];
    line[x] = (3 * row[at] + neighbour + ((x & 1) === 0 ? left : right)) >> shift;
  }
}
