import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** The bytes of an 8-bit PNG file. colourType: PNG's number for the channels; rows: each row's filter byte and its
 *  filtered samples, from the top.
 *  @internal */
export function pngFile(
  rows: Uint8Array,
  { width, height, colourType }: { width: number; height: number; colourType: number },
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType], 8);
  return pngOfParts({ header, data: deflateSync(rows) });
}

/** The bytes of a PNG file of the parts that make its picture, in this order. data: compressed rows. @internal */
export function pngOfParts({
  header,
  palette,
  transparency,
  data,
}: {
  header: Uint8Array;
  palette?: Uint8Array;
  transparency?: Uint8Array;
  data: Uint8Array;
}): Buffer {
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    ...(transparency === undefined ? [] : [chunk('tRNS', transparency)]),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
