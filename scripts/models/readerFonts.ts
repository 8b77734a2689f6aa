import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundledFonts } from 'captcha-lab/generator';

const HERE = path.join(__dirname, 'fonts');
const FILES = ['package.json', 'package-lock.json'];

/** Bold humanist faces, by package and weight: what a reader learns from has to hold in fonts that it never saw. */
const FACES: readonly (readonly [name: string, weight: number])[] = [
  ['andika', 700],
  ['asap', 600],
  ['cabin', 700],
  ['carlito', 700],
  ['commissioner', 600],
  ['commissioner', 700],
  ['encode-sans', 600],
  ['gudea', 700],
  ['hind', 600],
  ['hind', 700],
  ['istok-web', 700],
  ['merriweather-sans', 700],
  ['nobile', 700],
  ['puritan', 700],
  ['ruda', 700],
  ['scada', 700],
  ['signika', 600],
];

/** Files of the open fonts that the readers learn from: the two bundled ones, Open Sans in its weight below, and those of
 *  scripts/models/fonts, which npm fetches into `cache` at first. Throws Error with npm's words when it cannot. */
export function readerFonts(cache: string): string[] {
  const folder = path.join(cache, 'reader-fonts');
  if (!sameLock(folder)) install(folder);
  const [openSans, ...others] = bundledFonts();
  const faces = FACES.map(([name, weight]) =>
    path.join(folder, 'node_modules', '@fontsource', name, 'files', `${name}-latin-${weight}-normal.woff2`),
  );
  return [openSans, openSans.replace('-700-', '-600-'), ...others, ...faces];
}

function sameLock(folder: string): boolean {
  const [have, want] = [folder, HERE].map((place) => path.join(place, 'package-lock.json'));
  return existsSync(have) && readFileSync(have).equals(readFileSync(want));
}

function install(folder: string): void {
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    for (const file of FILES) copyFileSync(path.join(HERE, file), path.join(temporary, file));
    const npm = process.env.npm_execpath;
    const [command, ...first] = npm ? [process.execPath, npm] : ['npm'];
    execFileSync(command, [...first, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: temporary,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } catch (error) {
    const words = ((error as { stderr?: string }).stderr ?? (error as Error).message).trim();
    throw new Error(`npm could not fetch the fonts that the readers learn from: ${words}`, { cause: error });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
