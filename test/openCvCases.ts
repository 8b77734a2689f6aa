import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { greyImage, type GreyImage } from 'captcha-lab/image';

/** A picture as scripts/fixtures/opencv.py writes it; `pixels` is base64. */
export interface PictureCase {
  width: number;
  height: number;
  pixels: string;
}

/** The cases of a fixture file such as `image/otsu.json`. OPENCV_FIXTURES names another folder of such files. */
export function openCvCases<Case>(file: string): Case[] {
  const folder = process.env.OPENCV_FIXTURES ?? join(__dirname, 'fixtures');
  return (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { cases: Case[] }).cases;
}

export function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

export function imageOf({ width, height, pixels }: PictureCase): GreyImage {
  return greyImage(width, height, bytesOf(pixels));
}
