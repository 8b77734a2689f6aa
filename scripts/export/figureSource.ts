import { existsSync } from 'node:fs';
import path from 'node:path';
import { readMarker } from '../notebook/replaceOutput';

/** Where figures are taken from. */
export interface FigureSource {
  readonly kind: 'run' | 'repository';
  /** Folder of notebooks. */
  readonly folder: string;
  /** In words. */
  readonly text: string;
}

/** The notebooks in out/ when a walkthrough wrote it, else those in the repository (which `npm run site` shows, too). */
export async function figureSource(root: string): Promise<FigureSource> {
  const out = path.join(root, 'out');
  const folder = path.join(out, 'notebooks');
  const marker = await readMarker(out);
  if (marker?.source === 'run' && existsSync(folder)) {
    return { kind: 'run', folder, text: 'out/, as `npm start` left it' };
  }
  const text = 'the notebooks in the repository';
  return { kind: 'repository', folder: path.join(root, 'notebooks'), text };
}
