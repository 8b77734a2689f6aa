import type { DecodedPicture } from './decodedPicture';
import { loadSharp } from './loadSharp';

/** How `samplesBySharp` decodes. */
export interface SharpOptions {
  /** Whether the decoder's warnings are errors (the default) or passed over. */
  readonly strict?: boolean;
  /** Gives cyan, magenta, yellow and black, as libvips has them (0 is no ink), instead of colours. */
  readonly cmyk?: boolean;
}

/** The samples of a file that was looked through before: sharp takes more formats than this room reads, converts colours by a
 *  profile and fills up what is missing, so only what has been checked and cleaned of all that may be passed to it.
 *  Throws Error with what libpng, libjpeg, libwebp or libnsgif say about it.
 *  @internal */
export async function samplesBySharp(
  file: Uint8Array,
  { strict = true, cmyk = false }: SharpOptions = {},
): Promise<Omit<DecodedPicture, 'notes'>> {
  const picture = loadSharp()(file, { failOn: strict ? 'warning' : 'none', limitInputPixels: false });
  const plain = cmyk ? picture.pipelineColourspace('cmyk').toColourspace('cmyk') : picture;
  try {
    const { data, info } = await plain.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return { width, height, channels, data };
  } catch (error) {
    throw new Error(reasonOf((error as Error).message), { cause: error });
  }
}

/** libvips lists its errors line by line, each behind the name of the part that found it, and often twice. */
function reasonOf(message: string): string {
  const lines = message
    .replace(/^Input buffer (has corrupt header|contains unsupported image format):? ?/, '')
    .split('\n')
    .map((line) => line.replace(/^\w+: /, '').trim());
  return [...new Set(lines.filter((line) => line !== ''))].join('; ');
}
