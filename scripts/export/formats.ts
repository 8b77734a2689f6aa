import type { Exportable } from './exportables';

/** What a figure can be written as. */
export const FORMATS = ['png', 'svg', 'pdf', 'json', 'csv'] as const;

/** One of `FORMATS`. */
export type Format = (typeof FORMATS)[number];

/** What a picture can be written as: it has no curves and no data. */
const PICTURE_FORMATS: readonly Format[] = ['png', 'json'];

/** Smallest and largest side of a figure, in pixels. */
const SIDES = { least: 100, most: 5000 };

/** The formats that `--format` names, each given once or several separated by commas, in the order of `FORMATS`; all
 *  when it was not given. Throws Error for one that does not exist. */
export function parseFormats(given: readonly string[] | undefined): Format[] {
  if (given === undefined) return [...FORMATS];
  const names = given.flatMap((text) => text.split(',')).map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !FORMATS.some((format) => format === name));
  if (unknown !== undefined) {
    throw new Error(`--format takes ${FORMATS.join(', ')}, got ${JSON.stringify(unknown)}.`);
  }
  return FORMATS.filter((format) => names.includes(format));
}

/** A side in pixels, as an option gives it; undefined when it was not given.
 *  Throws Error when it is not a whole number from 100 to 5000. */
export function parseSide(option: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const side = Number(given);
  if (!/^\d+$/.test(given.trim()) || side < SIDES.least || side > SIDES.most) {
    throw new Error(
      `${option} takes a whole number of pixels from ${SIDES.least} to ${SIDES.most}, got ${JSON.stringify(given)}.`,
    );
  }
  return side;
}

/** Those of `formats` in which `item` can be written. */
export function formatsFor({ kind }: Exportable, formats: readonly Format[]): Format[] {
  return formats.filter((format) => kind === 'figure' || PICTURE_FORMATS.includes(format));
}

/** The endings of the files of a format: a PNG comes in two sizes. */
export function endingsOf(format: Format): string[] {
  return format === 'png' ? ['.png', '@2x.png'] : [`.${format}`];
}
