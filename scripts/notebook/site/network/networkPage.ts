import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { SHIPPED_NETWORKS } from 'captcha-lab/experiments';
import { parseNetworkCard } from '../../../../lib/experiments/networkCard';
import type { SiteFiles } from '../notebookPage';
import { pageHtml } from '../pageHtml';
import { readSavedModel } from '../savedModel';
import { bundlePageScript } from '../try/bundlePageScript';
import { addFonts, FONTS_FILE } from '../try/glyphTable';
import { addKernels } from '../try/wasmKernels';
import { drawnCharacters } from './drawnCharacters';
import { networkBody } from './networkBody';
import { NETWORK_DATA, type NetworkData } from './networkData';
import { packWeights } from './packWeights';

/** The page that looks into a network. */
export const NETWORK_PAGE = 'network.html';

/** What the page loads when it is asked to may have this many bytes. */
export const MOST_BYTES = 20e6;

const ROOT = path.join(__dirname, '..', '..', '..', '..');

/** Networks that the page may carry, the one wanted most first: the narrow one, which answers a hand that draws at once; the report's costs sixteen
 *  times the work a picture. */
export const NETWORKS: readonly string[] = [SHIPPED_NETWORKS.narrow, SHIPPED_NETWORKS.report].map(
  ({ folder }) => path.join(ROOT, folder),
);

/** Adds the page `NETWORK_PAGE` and what it needs to the site. Says whether it did: not where all networks are missing or too
 *  large. Throws Error when a network has no valid card. */
export async function addNetworkPage(
  files: SiteFiles,
  {
    run,
    networks = NETWORKS,
    mostBytes = MOST_BYTES,
  }: { run: string; networks?: readonly string[]; mostBytes?: number },
): Promise<boolean> {
  const found = await firstSmallEnough(networks, mostBytes);
  if (!found) return false;
  const { card, script } = found;
  addFonts(files);
  await addKernels(files);
  const page = {
    title: 'Look into a network',
    run,
    body: networkBody(card, { bytes: script.length }),
    contents: [],
    style: 'assets/network.css',
    scripts: [FONTS_FILE, 'assets/network.js'],
  };
  files.set(NETWORK_PAGE, pageHtml(page));
  const styles = [path.join(__dirname, '..', 'try', 'try.css'), path.join(__dirname, 'network.css')];
  const read = await Promise.all(styles.map((file) => readFile(file, 'utf8')));
  files.set('assets/network.css', read.join('\n'));
  files.set('assets/network.js', await bundlePageScript(path.join(__dirname, 'browser', 'main.ts')));
  files.set('assets/network-data.js', script);
  return true;
}

async function firstSmallEnough(
  networks: readonly string[],
  mostBytes: number,
): Promise<{ card: NetworkData['card']; script: string } | undefined> {
  for (const folder of networks) {
    if (!existsSync(path.join(folder, 'model.json'))) continue;
    const data = await networkData(folder);
    const script = `globalThis.${NETWORK_DATA} = ${JSON.stringify(data)};\n`;
    if (script.length <= mostBytes) return { card: data.card, script };
  }
  return undefined;
}

async function networkData(folder: string): Promise<NetworkData> {
  const { file, metadata, topology, weightSpecs, weightFiles } = await readSavedModel(folder);
  const card = parseNetworkCard(metadata);
  if (!card.success) {
    throw new Error(
      `${file} must carry the network's card: ${card.error.issues[0].message}; make it again by \`npm run models\`.`,
    );
  }
  const weights = Buffer.concat(await Promise.all(weightFiles.map((part) => readFile(part))));
  const bytesOfValue = weightSpecs.every(({ quantization }) => quantization?.dtype === 'float16') ? 2 : 1;
  return {
    card: card.data,
    topology,
    weightSpecs,
    weights: packWeights(weights, bytesOfValue).toString('base64'),
    bytesOfValue,
    characters: drawnCharacters(card.data.seed),
  };
}
