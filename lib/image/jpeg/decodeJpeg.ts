import type { DecodedPicture } from '../decodedPicture';
import { samplesBySharp } from '../samplesBySharp';
import { cmykToRgb } from './cmykToRgb';
import { readJpegSegments, type JpegSegments } from './readJpegSegments';
import { scanIsWhole } from './scanIsWhole';

const END = Uint8Array.of(0xff, 0xd9);

/** libjpeg's words where the data of a scan were more than its picture needed. */
const EXTRA = /^(Corrupt JPEG data: \d+ extraneous bytes before marker 0x[0-9a-f]+(; )?)+$/;

/** Decodes a JPEG file of 8 bits, Huffman-coded, sequential or progressive, grey, colour or CMYK, by sharp.
 *  Throws Error with the reason when pixels are missing or in doubt.
 *  @internal */
export async function decodeJpeg(bytes: Uint8Array): Promise<DecodedPicture> {
  const segments = readJpegSegments(bytes);
  const { frame, coverage, orientation, cut } = segments;
  const notes = [...segments.notes];
  const cmyk = frame.components.length === 4;
  const file = fileOf(segments);
  const fail = (reason: string) => new Error(cut === undefined ? `damaged: ${reason}` : `truncated: ${cut}`);
  if (coverage.isOneScan && !frame.progressive && !scanIsWhole(segments)) {
    throw fail('its picture data are incomplete');
  }
  let decoded;
  try {
    decoded = await samplesBySharp(file, { cmyk });
  } catch (error) {
    const reason = (error as Error).message;
    if (!EXTRA.test(reason)) throw fail(reason);
    notes.push('bytes too many in its picture data');
    decoded = await samplesBySharp(file, { cmyk, strict: false });
  }
  if (cut !== undefined) notes.push(`truncated, though all its pixels are there: ${cut}`);
  return { ...(cmyk ? cmykToRgb(decoded) : decoded), orientation, notes };
}

/** The file with nothing but its picture. */
function fileOf({ parts }: JpegSegments): Buffer {
  return Buffer.concat([...parts.map((part) => ('coded' in part ? part.coded : part)), END]);
}
