import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatasetError, type Captcha } from '../data';
import { TABLE_I, frequencies, loadCaptchas, type LoadCaptchasOptions } from '../report';
import { ensureGeneratedSet, readSetManifest } from '../generator';
import { projectFolder } from './projectFolder';

/** A data set that was opened, and which one it is. */
export interface Dataset {
  readonly captchas: Captcha[];
  /** 'generated' when the kit's own generator drew the folder; anything else counts as real. */
  readonly kind: 'real' | 'generated';
  /** For titles: `generated data`; `real data` for the report's set (Table I agrees); else `own data`. */
  readonly name: string;
  /** Where the pictures lie. */
  readonly folder: string;
}

export interface OpenDatasetOptions extends LoadCaptchasOptions {
  /** Where CAPTCHA_DATA is looked up; the process's environment by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** A folder within the project; the working directory by default. Relative CAPTCHA_DATA is taken from here. */
  readonly from?: string;
}

/** Opens, in this order: the folder that CAPTCHA_DATA names; the project's data/captchas, when something was
 *  imported; the generated set in data/generated, which is drawn on first use.
 *  Throws DatasetError when CAPTCHA_DATA names no folder of CAPTCHAs, and as `loadCaptchas` does. */
export async function openDataset({
  environment = process.env,
  from = process.cwd(),
  ...options
}: OpenDatasetOptions = {}): Promise<Dataset> {
  const named = environment.CAPTCHA_DATA?.trim();
  if (named) return open(path.resolve(from, named), options);

  const project = projectFolder(from);
  if (!project) {
    throw new DatasetError('openDataset', [
      {
        file: from,
        rule: 'without CAPTCHA_DATA the working directory must lie in the captcha-lab project',
        received: 'another folder',
        remedy: 'Set CAPTCHA_DATA to a folder of CAPTCHAs, or draw some with ensureGeneratedSet(folder).',
      },
    ]);
  }
  const imported = path.join(project, 'data', 'captchas');
  if (existsSync(imported) && statSync(imported).isDirectory()) return open(imported, options);

  return open(await ensureGeneratedSet(path.join(project, 'data', 'generated')), options);
}

async function open(folder: string, options: LoadCaptchasOptions): Promise<Dataset> {
  const captchas = await loadCaptchas(folder, options);
  if (await readSetManifest(folder)) return { captchas, kind: 'generated', name: 'generated data', folder };
  const counted = frequencies(captchas);
  const reported = TABLE_I.every(({ count }, row) => count === counted[row].count);
  return { captchas, kind: 'real', name: reported ? 'real data' : 'own data', folder };
}
