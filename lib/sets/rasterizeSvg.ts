/** An SVG picture as a PNG file of its own size, drawn by sharp. @internal */
export async function rasterizeSvg(svg: string): Promise<Uint8Array> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png().toBuffer();
}
