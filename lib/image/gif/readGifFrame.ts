const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const CONTROL = 0xf9;

/** The first picture of a GIF file. @internal */
export interface GifFrame {
  /** The whole picture's size. */
  readonly width: number;
  readonly height: number;
  /** Where in it the frame lies, in pixels from the left and the top, and its size. */
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** A sound file of the frame alone. */
  readonly file: Buffer;
  /** Bits of a colour's number, and the compressed numbers. */
  readonly bits: number;
  readonly data: Buffer;
  readonly notes: readonly string[];
}

/** Looks through a GIF file. Throws Error with the reason when it is truncated before the end of its first picture, or damaged.
 *  Source: the GIF89a specification. @internal */
export function readGifFrame(bytes: Uint8Array): GifFrame {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const need = (end: number): void => {
    if (end > file.length) throw new Error('truncated: it ends before its first picture does');
  };
  need(13);
  const globalColours = coloursIn(file[10]);
  let at = 13 + globalColours;
  let control: Buffer | undefined;
  for (;;) {
    need(at + 2);
    if (file[at] === EXTENSION) {
      const { end } = subBlocks(file, at + 2, need);
      if (file[at + 1] === CONTROL) control = file.subarray(at, end);
      at = end;
    } else if (file[at] === IMAGE) break;
    else
      throw new Error(
        `damaged: ${file[at] === TRAILER ? 'it holds no picture' : 'a block of no known kind'}`,
      );
  }
  need(at + 11);
  const [x, y, width, height] = [1, 3, 5, 7].map((offset) => file.readUInt16LE(at + offset));
  if (width === 0 || height === 0) throw new Error(`a size of ${width} x ${height} pixels is not supported`);
  const colours = coloursIn(file[at + 9]);
  if (colours + globalColours === 0) throw new Error('damaged: it has no colours');
  const coded = at + 10 + colours;
  need(coded + 1);
  const { data, end } = subBlocks(file, coded + 1, need);
  // The frame becomes the whole picture: where others would put it they do not agree.
  const screen = Buffer.from(file.subarray(0, 13));
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  const image = Buffer.from(file.subarray(at, end));
  image.fill(0, 1, 5);
  return {
    width: Math.max(file.readUInt16LE(6), x + width),
    height: Math.max(file.readUInt16LE(8), y + height),
    frame: { x, y, width, height },
    file: Buffer.concat([
      screen,
      file.subarray(13, 13 + globalColours),
      control ?? Buffer.alloc(0),
      image,
      Buffer.of(TRAILER),
    ]),
    bits: file[coded],
    data,
    notes: notesOn(file, end),
  };
}

/** Bytes of the colour table that a packed field announces. */
function coloursIn(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 7) + 1);
}

/** Blocks of at most 255 bytes, each behind its length, up to one of none. */
function subBlocks(file: Buffer, start: number, need: (end: number) => void): { data: Buffer; end: number } {
  const blocks: Buffer[] = [];
  for (let at = start; ;) {
    need(at + 1);
    const length = file[at];
    if (length === 0) return { data: Buffer.concat(blocks), end: at + 1 };
    need(at + 1 + length);
    blocks.push(file.subarray(at + 1, at + 1 + length));
    at += 1 + length;
  }
}

/** What is to say about the rest, after the first picture. */
function notesOn(file: Buffer, start: number): string[] {
  const cut = 'truncated, though all pixels of its first picture are there: its end is missing';
  let at = start;
  const need = (end: number): void => {
    if (end > file.length) throw new RangeError(cut);
  };
  try {
    for (;;) {
      need(at + 1);
      if (file[at] === IMAGE) return ['animated, and only its first picture was read'];
      if (file[at] !== EXTENSION) return file[at] === TRAILER ? [] : ['damaged behind its first picture'];
      at = subBlocks(file, at + 2, need).end;
    }
  } catch (error) {
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
}
