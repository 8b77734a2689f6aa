import { checkPictureSize } from '../checkPictureSize';
import type { DecodedPicture } from '../decodedPicture';
import { samplesBySharp } from '../samplesBySharp';
import { readWebpChunks } from './readWebpChunks';
import { webpSize } from './webpSize';

/** Decodes a WebP file, or the first frame of an animation, by sharp; as it is stored, whatever orientation its Exif data ask for,
 *  as OpenCV and browsers do.
 *  Throws Error with the reason when pixels are missing or in doubt.
 *  @internal */
export async function decodeWebp(bytes: Uint8Array): Promise<DecodedPicture> {
  const { file, notes } = readWebpChunks(bytes);
  const size = webpSize(file);
  if (size === undefined) throw new Error('damaged: its header has no size');
  checkPictureSize(size.width, size.height);
  try {
    return { ...(await samplesBySharp(file)), notes };
  } catch (error) {
    throw new Error(`damaged or cut off: ${(error as Error).message}`, { cause: error });
  }
}
