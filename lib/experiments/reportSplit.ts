import path from 'node:path';
import { readSplitManifest } from '../report';
import { type Captcha, type Split } from '../data';
import { projectFolder } from './projectFolder';

/** The authors' own division of their 5,350 characters, as numbers: data/report-split.csv of the project. Undefined
 *  outside of the project. `captchas` are the report's, whatever their labels.
 *  Throws DatasetError when the pictures are not those that the file names. */
export async function reportSplit(
  captchas: readonly Pick<Captcha, 'file' | 'label'>[],
  { from }: { readonly from?: string } = {},
): Promise<Split | undefined> {
  const project = projectFolder(from);
  return project === undefined
    ? undefined
    : readSplitManifest(path.join(project, 'data', 'report-split.csv'), captchas);
}
