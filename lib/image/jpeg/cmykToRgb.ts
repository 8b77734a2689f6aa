import type { DecodedPicture } from '../decodedPicture';

/** Red, green and blue of inks as JPEG files hold them (255 is no ink): a colour v under black k is k - ((255 - v) k >> 8).
 *  Equals OpenCV 4.10. picture: as libvips has them, where 0 is no ink. Files without Adobe's mark are taken alike, as OpenCV and
 *  browsers do. @internal */
export function cmykToRgb<Picture extends Pick<DecodedPicture, 'channels' | 'data'>>(
  picture: Picture,
): Picture {
  const { data } = picture;
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let ink = 0, colour = 0; ink < data.length; ink += 4) {
    const black = 255 - data[ink + 3];
    for (let sample = 0; sample < 3; sample++) rgb[colour++] = black - ((data[ink + sample] * black) >> 8);
  }
  return { ...picture, channels: 3, data: rgb };
}
