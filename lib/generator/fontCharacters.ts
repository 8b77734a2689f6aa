import { brotliDecompressSync, inflateSync } from 'node:zlib';

/** Code points that a font maps to a glyph of its own, from its `cmap` table.
 *  bytes: a TrueType, OpenType, WOFF or WOFF2 file with one face. Canvas libraries silently take missing
 *  characters from fonts of the system; this list tells beforehand. Throws Error saying what is wrong when
 *  the bytes are no such font. */
export function fontCharacters(bytes: Uint8Array): Set<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readCharacterMap(findCharacterMap(buffer));
  } catch (error) {
    // Offsets that point outside the file.
    if (error instanceof RangeError) throw new Error('the file is cut short or damaged', { cause: error });
    throw error;
  }
}

function findCharacterMap(file: Buffer): Buffer {
  const signature = file.toString('latin1', 0, 4);
  switch (signature) {
    case '\u0000\u0001\u0000\u0000':
    case 'OTTO':
    case 'true':
      for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
        if (file.toString('latin1', entry, entry + 4) !== 'cmap') continue;
        return slice(file, file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 12));
      }
      break;
    case 'wOFF':
      for (let entry = 44; entry < 44 + 20 * file.readUInt16BE(12); entry += 20) {
        if (file.toString('latin1', entry, entry + 4) !== 'cmap') continue;
        const stored = slice(file, file.readUInt32BE(entry + 4), file.readUInt32BE(entry + 8));
        return stored.length < file.readUInt32BE(entry + 12) ? inflateSync(stored) : stored;
      }
      break;
    case 'wOF2':
      return findInWoff2(file);
    case 'ttcf':
      throw new Error('it is a collection of faces; give a file with one face');
    default:
      throw new Error('it is no TrueType, OpenType, WOFF or WOFF2 file');
  }
  throw new Error('it has no character table (cmap)');
}

/** WOFF2 stores all tables in one Brotli stream, in the order of its directory. */
function findInWoff2(file: Buffer): Buffer {
  let at = 48;
  const readBase128 = (): number => {
    let value = 0;
    for (let byte = 0x80; byte & 0x80;) {
      byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
    }
    return value;
  };
  let offset = 0;
  let found: { offset: number; length: number } | undefined;
  for (let table = 0; table < file.readUInt16BE(12); table++) {
    const flags = file.readUInt8(at++);
    const tag = flags & 0x3f;
    const version = flags >> 6;
    if (tag === 63) at += 4;
    let length = readBase128();
    // glyf (10) and loca (11) are stored transformed unless the version is 3, the others when it is not 0.
    if (tag === 10 || tag === 11 ? version !== 3 : version !== 0) length = readBase128();
    if (tag === 0) found = { offset, length };
    offset += length;
  }
  if (found === undefined) throw new Error('it has no character table (cmap)');
  const stream = slice(file, at, file.readUInt32BE(20));
  return slice(brotliDecompressSync(stream), found.offset, found.length);
}

function readCharacterMap(table: Buffer): Set<number> {
  const characters = new Set<number>();
  for (let entry = 4; entry < 4 + 8 * table.readUInt16BE(2); entry += 8) {
    const platform = table.readUInt16BE(entry);
    const encoding = table.readUInt16BE(entry + 2);
    // Unicode tables only: platform 0, or Microsoft's 1 (16 bits) and 10 (32 bits).
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const subtable = table.subarray(table.readUInt32BE(entry + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, characters);
    if (format === 12) addGroups(subtable, characters);
  }
  return characters;
}

/** Format 4: segments of 16-bit characters; a glyph is found by a shift or through an array. */
function addSegments(subtable: Buffer, characters: Set<number>): void {
  const size = subtable.readUInt16BE(6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = subtable.readUInt16BE(14 + segment);
    const start = subtable.readUInt16BE(16 + size + segment);
    const shift = subtable.readUInt16BE(16 + 2 * size + segment);
    const rangeAt = 16 + 3 * size + segment;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const stored = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + 2 * (code - start));
      if (range !== 0 && stored === 0) continue;
      if (((stored + shift) & 0xffff) !== 0) characters.add(code);
    }
  }
}

/** Format 12: groups of consecutive 32-bit characters with consecutive glyphs. */
function addGroups(subtable: Buffer, characters: Set<number>): void {
  for (let group = 16; group < 16 + 12 * subtable.readUInt32BE(12); group += 12) {
    const start = subtable.readUInt32BE(group);
    const end = Math.min(subtable.readUInt32BE(group + 4), 0x10ffff);
    const glyph = subtable.readUInt32BE(group + 8);
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) characters.add(code);
  }
}

function slice(buffer: Buffer, offset: number, length: number): Buffer {
  if (offset + length > buffer.length) throw new RangeError('beyond the end of the file');
  return buffer.subarray(offset, offset + length);
}
