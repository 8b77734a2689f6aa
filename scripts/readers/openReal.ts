import { openDataset, type Dataset } from 'captcha-lab/experiments';

/** The report's set. Throws Error when CAPTCHA_DATA, or data/captchas, holds another: the generated one has as many pictures, and
 *  its results would be taken for those of the real one. */
export async function openReal(root: string): Promise<Dataset> {
  const dataset = await openDataset({ from: root });
  if (dataset.name === 'real data') return dataset;
  throw new Error(
    `the study is about the report's set, got ${dataset.name} in ${dataset.folder}. Set CAPTCHA_DATA to the set's folder, or import ` +
      'it by `npm run data`.',
  );
}
