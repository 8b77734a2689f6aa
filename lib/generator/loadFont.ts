import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { describeSystemError } from '../files';
import { fontCharacters } from './fontCharacters';

/** A font file ready to draw with. */
export interface Font {
  /** The file name without its folder: `DejaVuSansCondensed-Bold.ttf`. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** The name it is registered under, made from the hash: no font of the system has it. */
  readonly family: string;
  /** Code points it has glyphs for. */
  readonly characters: ReadonlySet<number>;
}

const loaded = new Map<string, { modified: number; size: number; font: Font }>();

/** Reads a TrueType, OpenType, WOFF or WOFF2 file and makes it known to the canvas library. A file already
 *  loaded is read again only after it changed; the same bytes are registered once. Of a variable font its
 *  regular weight is drawn.
 *  Throws Error naming the file when it cannot be read or is no font. */
export function loadFont(file: string): Font {
  const fail = (reason: string, remedy: string, cause: unknown): Error =>
    new Error(`Font ${file}: ${reason}. ${remedy}`, { cause });
  const absolute = path.resolve(file);
  try {
    const { mtimeMs: modified, size } = statSync(absolute);
    const known = loaded.get(absolute);
    if (known?.modified === modified && known.size === size) return known.font;
    const font = registerFont(path.basename(file), readFileSync(absolute));
    loaded.set(absolute, { modified, size, font });
    return font;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== undefined) {
      const { received, remedy } = describeSystemError(error);
      throw fail(`cannot be read (${received})`, remedy, error);
    }
    throw fail((error as Error).message, 'Give a .ttf, .otf, .woff or .woff2 file.', error);
  }
}

function registerFont(file: string, bytes: Buffer): Font {
  const characters = fontCharacters(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const family = `captcha-lab-${sha256.slice(0, 16)}`;
  if (!GlobalFonts.has(family) && GlobalFonts.register(bytes, family) === null) {
    throw new Error('the canvas library cannot read it');
  }
  return { file, sha256, family, characters };
}
