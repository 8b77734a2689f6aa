import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defenceRows, openReaderResults, type DefenceRow } from 'captcha-lab/experiments';
import { readerCardSchema } from '../../../../lib/reader/readerCard';
import type { SiteFiles } from '../notebookPage';
import { pageHtml } from '../pageHtml';
import { readSavedModel } from '../savedModel';
import { bundlePageScript } from './bundlePageScript';
import { addFonts, FONTS_FILE } from './glyphTable';
import type { RecordedDefence } from './knobsBody';
import { tryBody } from './tryBody';
import { TRY_DATA, type TryData } from './tryData';
import { addKernels, KERNELS_FILE } from './wasmKernels';

/** The page on which CAPTCHAs are read in the browser. */
export const TRY_PAGE = 'try.html';

const ROOT = path.join(__dirname, '..', '..', '..', '..');

/** The reader that the page carries. */
export const TRY_READER = path.join(ROOT, 'data', 'models', 'reader-tuned');

/** Adds the page `TRY_PAGE` and what it needs to the site. Says whether it did: not where the reader is missing.
 *  Throws Error when the reader has no valid card. */
export async function addTryPage(
  files: SiteFiles,
  { run, reader = TRY_READER }: { run: string; reader?: string },
): Promise<boolean> {
  if (!existsSync(path.join(reader, 'model.json'))) return false;
  const data = await tryData(reader);
  const page = {
    title: 'See a CAPTCHA being read',
    run,
    body: tryBody(data.card, await recordedDefence()),
    contents: [],
    style: 'assets/try.css',
    scripts: [FONTS_FILE, KERNELS_FILE, 'assets/try-data.js', 'assets/try.js'],
  };
  addFonts(files);
  await addKernels(files);
  files.set(TRY_PAGE, pageHtml(page));
  files.set('assets/try.css', await readFile(path.join(__dirname, 'try.css'), 'utf8'));
  files.set('assets/try.js', await bundlePageScript(path.join(__dirname, 'browser', 'main.ts')));
  files.set('assets/try-data.js', `globalThis.${TRY_DATA} = ${JSON.stringify(data)};\n`);
  return true;
}

/** What is on record of the defender's knobs. */
async function recordedDefence(): Promise<RecordedDefence[]> {
  const results = await openReaderResults({ from: ROOT });
  const told = (measured: DefenceRow['before']): string =>
    measured
      ? `${measured.captchas.correct.toLocaleString('en-US')} of ${measured.captchas.n.toLocaleString('en-US')}`
      : '–';
  return defenceRows(results).map(({ setting, before, after }) => ({
    setting,
    before: told(before),
    after: told(after),
  }));
}

async function tryData(reader: string): Promise<TryData> {
  const { file, metadata, topology, weightSpecs, weightFiles } = await readSavedModel(reader);
  const card = readerCardSchema.safeParse(metadata);
  if (!card.success || weightFiles.length !== 1) {
    throw new Error(
      `${file} must have a reader's card and one file of weights; make it again by \`npm run models\`.`,
    );
  }
  const weights = (await readFile(weightFiles[0])).toString('base64');
  return { card: card.data, topology, weightSpecs, weights };
}
