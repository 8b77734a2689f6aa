import { loadSharp } from '../image';

/** An SVG picture as a PNG file of its own size, drawn by sharp. @internal */
export function rasterizeSvg(svg: string): Promise<Uint8Array> {
  return loadSharp()(Buffer.from(svg)).flatten({ background: '#ffffff' }).png().toBuffer();
}
