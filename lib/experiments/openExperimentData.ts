import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadEmnist } from '../sets';
import { PLAIN_CHARACTERS, plainCharacters } from '../generator';
import { extractCharacters } from '../report';
import { openDataset, type Dataset, type OpenDatasetOptions } from './openDataset';
import { PROFILES } from './profile';
import { projectFolder } from './projectFolder';
import { reportSplit } from './reportSplit';
import type { ExperimentData } from './experimentData';

export interface OpenExperimentDataOptions extends OpenDatasetOptions {
  /** Whether handwriting is needed, which takes a moment to load; false by default. */
  readonly handwriting?: boolean;
  /** Folder of EMNIST. By default the one that CAPTCHA_EMNIST names, else `emnist` beside the CAPTCHAs, else the
   *  project's data/emnist. */
  readonly emnist?: string;
  /** Plain characters of each class that stand in for EMNIST where they must; 2400 by default. */
  readonly standIns?: number;
}

/** Opens the CAPTCHAs as `openDataset` does and cuts them into characters; with `handwriting` loads EMNIST as well.
 *  With generated CAPTCHAs, and no folder of EMNIST named or found, plain characters stand in for it, and the data say so.
 *  Throws DatasetError when something is missing or damaged. */
export async function openExperimentData({
  handwriting = false,
  emnist,
  standIns,
  ...options
}: OpenExperimentDataOptions = {}): Promise<{ readonly dataset: Dataset; readonly data: ExperimentData }> {
  const dataset = await openDataset(options);
  const set = extractCharacters(dataset.captchas);
  // Pictures whose frequencies are the report's, in its order of labels, are its pictures.
  const ofReport = dataset.name === 'real data';
  const data: ExperimentData = {
    name: dataset.name,
    set,
    ...(ofReport && { reportSplit: await reportSplit(dataset.captchas, options) }),
  };
  if (!handwriting) return { dataset, data };
  const named = emnist ?? namedFolder(options);
  const usual = usualFolder(dataset, options);
  if (named === undefined && dataset.kind === 'generated' && !existsSync(usual)) {
    const plain = await plainCharacters({ perClass: standIns, seed: PROFILES.paper.seed });
    return { dataset, data: { ...data, handwriting: { name: PLAIN_CHARACTERS, set: plain } } };
  }
  const { train } = await loadEmnist(named ?? usual);
  return { dataset, data: { ...data, handwriting: { name: 'EMNIST', set: train } } };
}

function namedFolder({
  environment = process.env,
  from = process.cwd(),
}: OpenDatasetOptions): string | undefined {
  const named = environment.CAPTCHA_EMNIST?.trim();
  return named ? path.resolve(from, named) : undefined;
}

function usualFolder({ folder }: Dataset, { from = process.cwd() }: OpenDatasetOptions): string {
  const beside = path.join(path.dirname(folder), 'emnist');
  return existsSync(beside) ? beside : path.join(projectFolder(from) ?? from, 'data', 'emnist');
}
