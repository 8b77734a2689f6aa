/** A seed for one purpose, from the seed the user gave: `deriveSeed(1, 'shuffle', 3)` is always the same
 *  number and unrelated to `deriveSeed(1, 'dropout', 3)`. Result: 0 to 2^31 - 1.
 *  FNV-1a over the parts, finished by MurmurHash3's mixer so that neighbours differ in all bits. */
export function deriveSeed(seed: number, ...purpose: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of [seed, ...purpose].join('\u0000')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
