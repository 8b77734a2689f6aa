import { existsSync } from 'node:fs';
import path from 'node:path';
import { formatCount, quantity } from '../metrics';
import { loadModel, recoverFolder, schemeOfModel } from '../model';
import { REPORT } from '../report';
import type { Scheme } from '../scheme';
import type { tf } from '../tensorflow';
import { keptFolder, type WalkthroughNetwork } from './keepNetwork';
import type { Dataset } from './openDataset';
import { readNetworkCard, type NetworkCard } from './networkCard';
import { projectFolder } from './projectFolder';

/** A trained network to look into. */
export interface OpenNetwork {
  /** The caller disposes it. */
  readonly model: tf.LayersModel;
  readonly card: NetworkCard;
  /** 'walkthrough': notebook 4 trained it here, on this data in this profile; 'shipped': it came with the kit. */
  readonly origin: 'walkthrough' | 'shipped';
  /** Of the pictures it learnt from; the report's for networks kept before they carried one. */
  readonly scheme: Scheme;
  /** For titles: `Table II at 0.25 of its widths`. */
  readonly title: string;
}

/** Folder of the networks that come with the kit, within the project. */
export const SHIPPED_NETWORK = path.join('data', 'models', 'table-iv');

/** Which network `openNetwork` is to open. */
export interface OpenNetworkOptions extends WalkthroughNetwork {
  /** What the characters were cut from. */
  readonly kind: Dataset['kind'];
}

/** Opens the network that the walkthrough kept for this profile and data, else the one that came with the kit. For generated
 *  data in the profile quick that is taken in any case: the same kind of network, trained on such data for longer.
 *  Throws RangeError outside of the project, and as `loadModel` does. */
export async function openNetwork({ kind, ...which }: OpenNetworkOptions): Promise<OpenNetwork> {
  const project = projectFolder(which.from);
  if (project === undefined) {
    throw new RangeError(
      'openNetwork: the working directory must lie in the captcha-lab project; elsewhere use loadModel(folder).',
    );
  }
  const kept = keptFolder(project, which);
  await recoverFolder(kept);
  const trainedLonger = kind === 'generated' && which.profile.name === 'quick';
  const origin = existsSync(kept) && !trainedLonger ? 'walkthrough' : 'shipped';
  const folder = origin === 'walkthrough' ? kept : path.join(project, SHIPPED_NETWORK);
  const model = await loadModel(folder);
  try {
    const card = readNetworkCard(model, folder);
    const title = `${card.network} at ${card.width} of its widths`;
    return { model, card, origin, scheme: schemeOfModel(model) ?? REPORT, title };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** A card in a few lines, for people. */
export function describeNetworkCard({ card, origin }: Pick<OpenNetwork, 'card' | 'origin'>): string {
  const { correct, n, part } = card.measured;
  const from = origin === 'walkthrough' ? 'trained by notebook 4 on this machine' : 'as it came with the kit';
  return [
    `network  ${card.network} at ${card.width} of the report's widths, ${from}`,
    `trained  ${card.characters} characters of ${card.data}, ${quantity(card.epochs, 'epoch')}, pixels times ${Number(card.inputScale.toPrecision(3))}`,
    `reads    ${formatCount(correct, n)} of the ${part} characters`,
  ].join('\n');
}
