/** Flags of the extended header for a profile, Exif and XMP, which are left out. */
const LEFT_OUT = 0x2c;

/** Chunks of which one holds the picture: still, or an animation's frame. */
const PICTURES = new Set(['VP8 ', 'VP8L', 'ANMF']);

/** A WebP file's picture. @internal */
export interface WebpChunks {
  /** A sound file of it alone; of an animation the first frame. */
  readonly file: Buffer;
  readonly notes: readonly string[];
}

/** Looks through a WebP file. Throws Error with the reason when it is truncated before the end of its picture, or has none.
 *  Source: RFC 9649, 2. @internal */
export function readWebpChunks(bytes: Uint8Array): WebpChunks {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stated = file.length < 8 ? Infinity : 8 + file.readUInt32LE(4);
  const kept: Buffer[] = [];
  const notes: string[] = [];
  let pictures = 0;
  let cut: string | undefined;
  for (let start = 12; start < Math.min(stated, file.length);) {
    if (start + 8 > file.length) {
      cut = 'it ends inside the header of a chunk';
      break;
    }
    const type = file.toString('latin1', start, start + 4);
    const size = file.readUInt32LE(start + 4);
    const end = start + 8 + size;
    if (end > file.length) {
      cut = `it ends inside chunk ${/^[A-Z0-9]+ *$/.test(type) ? type.trim() : 'of no known type'}`;
      break;
    }
    const isPicture = PICTURES.has(type);
    if ((isPicture && pictures === 0) || type === 'ALPH' || type === 'ANIM') {
      kept.push(padded(file.subarray(start, end)));
    } else if (type === 'VP8X' && kept.length === 0 && size === 10) {
      const header = Buffer.from(file.subarray(start, end));
      header[8] &= 255 - LEFT_OUT;
      kept.push(header);
    }
    if (isPicture) pictures++;
    start = end + (size % 2);
  }
  cut ??= file.length < stated ? 'it is shorter than its header says' : undefined;
  if (pictures === 0)
    throw new Error(cut === undefined ? 'damaged: it holds no picture' : `truncated: ${cut}`);
  if (pictures > 1) notes.push('animated, and only its first picture was read');
  if (cut !== undefined) notes.push(`truncated, though all its pixels are there: ${cut}`);
  const body = Buffer.concat([Buffer.from('WEBP'), ...kept]);
  const riff = Buffer.alloc(8, 'RIFF');
  riff.writeUInt32LE(body.length, 4);
  return { file: Buffer.concat([riff, body]), notes };
}

function padded(chunk: Buffer): Buffer {
  return chunk.length % 2 === 0 ? chunk : Buffer.concat([chunk, Buffer.alloc(1)]);
}
