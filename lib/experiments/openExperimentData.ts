import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadEmnist } from '../data';
import { extractCharacters } from '../preprocess';
import { openDataset, type Dataset, type OpenDatasetOptions } from './openDataset';
import { projectFolder } from './projectFolder';
import type { ExperimentData } from './runExperiment';

export interface OpenExperimentDataOptions extends OpenDatasetOptions {
  /** Whether handwriting is needed, which takes a moment to load; false by default. */
  readonly handwriting?: boolean;
  /** Folder of EMNIST. By default the one that CAPTCHA_EMNIST names, else `emnist` beside the CAPTCHAs, else the
   *  project's data/emnist. */
  readonly emnist?: string;
}

/** Opens the CAPTCHAs as `openDataset` does and cuts them into characters; with `handwriting` loads EMNIST as well.
 *  Throws DatasetError when something is missing or damaged. */
export async function openExperimentData({
  handwriting = false,
  emnist,
  ...options
}: OpenExperimentDataOptions = {}): Promise<{ readonly dataset: Dataset; readonly data: ExperimentData }> {
  const dataset = await openDataset(options);
  const set = extractCharacters(dataset.captchas);
  const data: ExperimentData = { name: dataset.name, set };
  if (!handwriting) return { dataset, data };
  const { train } = await loadEmnist(emnist ?? emnistFolder(dataset, options));
  return { dataset, data: { ...data, handwriting: { name: 'EMNIST', set: train } } };
}

function emnistFolder(
  { folder }: Dataset,
  { environment = process.env, from = process.cwd() }: OpenDatasetOptions,
): string {
  const named = environment.CAPTCHA_EMNIST?.trim();
  if (named) return path.resolve(from, named);
  const beside = path.join(path.dirname(folder), 'emnist');
  if (existsSync(beside)) return beside;
  return path.join(projectFolder(from) ?? from, 'data', 'emnist');
}
