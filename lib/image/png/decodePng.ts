import { deflateSync } from 'node:zlib';
import type { DecodedPicture } from '../decodedPicture';
import { pngOfParts } from '../pngFile';
import { samplesBySharp } from '../samplesBySharp';
import { greyRows } from './greyRows';
import { inflateRows } from './inflateRows';
import { readPngChunks } from './readPngChunks';

/** Decodes a PNG file of any kind. Grey pictures of 8 bits are unfiltered here, even where they are stored as colours, because a call
 *  of sharp costs more than all the rest; others go to sharp, as a sound file that holds nothing but the picture.
 *  Throws Error with the reason when pixels are missing or in doubt.
 *  @internal */
export async function decodePng(bytes: Uint8Array): Promise<DecodedPicture> {
  const chunks = readPngChunks(bytes);
  const { rows, notes } = inflateRows(chunks);
  const { header, palette, transparency, orientation } = chunks;
  const all = { orientation, notes: [...chunks.notes, ...notes] };
  const grey = transparency === undefined ? greyRows(rows, header) : undefined;
  if (grey !== undefined) {
    return { width: header.width, height: header.height, channels: 1, data: grey, ...all };
  }
  // Not compressed: it is read once, and at once.
  const data = deflateSync(rows, { level: 0 });
  const file = pngOfParts({ header: header.content, palette, transparency, data });
  try {
    return { ...(await samplesBySharp(file)), ...all };
  } catch (error) {
    throw new Error(`damaged: ${(error as Error).message}`, { cause: error });
  }
}
