import { greyFromRgba } from '../greyFromRgba';
import { greyImage, type GreyImage } from '../greyImage';
import type { Component, Frame } from './frame';
import { samplesOf } from './inverseDct';
import { orient, orientationOf } from './orientation';
import { parseJpeg } from './parse';
import { upsample } from './upsample';

/** Decodes a JPEG file to grey exactly as OpenCV's imread and cvtColor do, turned upright by its Exif orientation.
 *  jimp's decoder is not used because its samples differ from libjpeg's by 1 at a few places in a hundred.
 *  Throws Error with the reason alone. */
export function decodeJpeg(bytes: Uint8Array): GreyImage {
  const { frame, rgb, exif } = parseJpeg(bytes);
  const [luma, ...others] = frame.components;
  const counting =
    !rgb && others.every((component) => isNeutral(component, frame)) ? [luma] : frame.components;
  const planes = counting.map((component) => upsample(samplesOf(component), component, frame));
  const image =
    planes.length === 1
      ? greyImage(frame.width, frame.height, planes[0])
      : greyFromRgba(frame.width, frame.height, rgb ? interleave(planes) : fromYCbCr(planes));
  return orient(image, orientationOf(exif));
}

/** True for a component that adds no colour anywhere: without coefficients all its samples are 128, and then the luma is the grey
 *  value. So is every grey picture that was stored as colour. False for those that the general way refuses. */
function isNeutral({ coefficients, quantization, h, v }: Component, { maxH, maxV }: Frame): boolean {
  if (quantization === undefined || maxH % h !== 0 || maxV % v !== 0) return false;
  for (let at = 0; at < coefficients.length; at++) if (coefficients[at] !== 0) return false;
  return true;
}

function interleave([red, green, blue]: readonly Uint8Array[]): Uint8Array {
  const rgba = new Uint8Array(red.length * 4);
  for (let pixel = 0; pixel < red.length; pixel++) {
    rgba[pixel * 4] = red[pixel];
    rgba[pixel * 4 + 1] = green[pixel];
    rgba[pixel * 4 + 2] = blue[pixel];
  }
  return rgba;
}

// 1.402, 1.772, 0.34414 and 0.71414 in units of 2^-16, and the roundings, as in libjpeg.
function fromYCbCr([luma, blueness, redness]: readonly Uint8Array[]): Uint8Array {
  const rgba = new Uint8ClampedArray(luma.length * 4);
  const half = 1 << 15;
  for (let pixel = 0, at = 0; pixel < luma.length; pixel++, at += 4) {
    const cb = blueness[pixel] - 128;
    const cr = redness[pixel] - 128;
    rgba[at] = luma[pixel] + ((91881 * cr + half) >> 16);
    rgba[at + 1] = luma[pixel] + ((-22554 * cb - 46802 * cr + half) >> 16);
    rgba[at + 2] = luma[pixel] + ((116130 * cb + half) >> 16);
  }
  return new Uint8Array(rgba.buffer);
}
