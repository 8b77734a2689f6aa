import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Point } from 'captcha-lab/generator';
import { rgbaImage, type RgbaImage } from 'captcha-lab/image';

interface Fixture {
  readonly distortions: readonly {
    readonly width: number;
    readonly height: number;
    readonly seed: number;
    readonly kind: 'noise' | 'ink';
    readonly input: string;
    readonly water: string;
    readonly ripple: string;
    readonly both: string;
  }[];
  readonly kaptcha: {
    readonly seed: number;
    readonly waterRipple: string;
    readonly background: string;
    readonly final: string;
  };
  readonly curves: readonly {
    readonly heights: readonly number[];
    readonly points: readonly Point[];
    readonly alpha?: string;
  }[];
  readonly texts: readonly {
    readonly font: string;
    readonly widths: Readonly<Record<string, number>>;
    readonly text: string;
    readonly hinted: string;
    readonly outlines: string;
  }[];
}

/** What scripts/fixtures/kaptcha/make.sh wrote. */
export const KAPTCHA = JSON.parse(
  readFileSync(path.join(__dirname, '../fixtures/generator/kaptcha.json'), 'utf8'),
) as Fixture;

/** The synthetic picture of KaptchaFixtures.java: bytes of a small generator. noise: any colours; ink: black,
 *  partly transparent. */
export function syntheticImage(
  width: number,
  height: number,
  seed: number,
  kind: 'noise' | 'ink',
): RgbaImage {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  const image = rgbaImage(width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    if (kind === 'noise') for (let channel = 0; channel < 4; channel++) image.data[at + channel] = next();
    else {
      const inked = next() < 96;
      const alpha = next();
      image.data[at + 3] = inked ? alpha : 0;
    }
  }
  return image;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Alpha of a 200 x 50 picture, as the fixture stores it. */
export function storedAlpha(base64: string): Uint8Array {
  return new Uint8Array(inflateSync(Buffer.from(base64, 'base64')));
}

export function alphaOf({ data }: RgbaImage): Uint8Array {
  return data.filter((_, index) => index % 4 === 3);
}

/** Mean and largest difference of two pictures' bytes, over the places where either has ink. */
export function inkDifference(a: Uint8Array, b: Uint8Array): { mean: number; max: number } {
  let [sum, max, count] = [0, 0, 0];
  a.forEach((value, index) => {
    if (value === 0 && b[index] === 0) return;
    const difference = Math.abs(value - b[index]);
    sum += difference;
    max = Math.max(max, difference);
    count++;
  });
  return { mean: sum / count, max };
}

/** An image with nothing but alpha, from rows of numbers. */
export function inkFromRows(rows: readonly (readonly number[])[]): RgbaImage {
  const image = rgbaImage(rows[0].length, rows.length);
  rows.flat().forEach((alpha, index) => (image.data[4 * index + 3] = alpha));
  return image;
}
