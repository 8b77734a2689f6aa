// What numpy's sum does for the other side, at about its speed: four bytes at once.
'use strict';

/** Bytes whose sums fit in the two halves of a word. */
const AT_ONCE = 2 ** 9;

exports.sumOfBytes = function sumOfBytes(bytes) {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let sum = 0;
  for (let first = 0; first < words.length; first += AT_ONCE / 4) {
    const end = Math.min(words.length, first + AT_ONCE / 4);
    let halves = 0;
    for (let at = first; at < end; at++) halves += (words[at] & 0xff00ff) + ((words[at] >>> 8) & 0xff00ff);
    sum += (halves & 0xffff) + (halves >>> 16);
  }
  for (let at = words.length * 4; at < bytes.length; at++) sum += bytes[at];
  return sum;
};
