import { existsSync } from 'node:fs';
import path from 'node:path';
import { splitByCharacter, type Captcha } from '../data';
import { formatCount, quantity } from '../metrics';
import { loadModel, recoverFolder, schemeOfModel } from '../model';
import { REPORT } from '../report';
import type { Scheme } from '../scheme';
import type { tf } from '../tensorflow';
import { keptFolder, type WalkthroughNetwork } from './keepNetwork';
import { readNetworkCard, type NetworkCard } from './networkCard';
import { projectFolder } from './projectFolder';
import { reportSplit } from './reportSplit';

/** A trained network to look into. */
export interface OpenNetwork {
  /** The caller disposes it. */
  readonly model: tf.LayersModel;
  readonly card: NetworkCard;
  /** 'walkthrough': notebook 4 trained it here, on this data in this profile; 'shipped': it came with the kit. */
  readonly origin: 'walkthrough' | 'shipped';
  /** Of the pictures it learnt from; the report's for networks kept before they carried one. */
  readonly scheme: Scheme;
  /** Examples of the characters that it learnt nothing from, ascending: of the report's pictures what its authors kept for the test, where the network learnt from
   *  the others; else what the division by character with the profile's seed keeps for validation. */
  readonly keptAside: Int32Array;
  /** For titles: `Table II at 0.25 of its widths`. */
  readonly title: string;
}

/** The networks that come with the kit: the report's last one at its full widths, from real characters, and one at a quarter of them from
 *  generated characters, on which looking inside costs a sixteenth. Folders within the project, and what they learnt from. */
export const SHIPPED_NETWORKS = {
  report: { folder: path.join('data', 'models', 'report'), data: 'real data' },
  narrow: { folder: path.join('data', 'models', 'table-iv'), data: 'generated data' },
} as const;

/** Which network `openNetwork` is to open. */
export interface OpenNetworkOptions extends WalkthroughNetwork {
  /** One that came with the kit; without a choice the one that notebook 4 kept where there is a reason to, see below. */
  readonly network?: keyof typeof SHIPPED_NETWORKS;
  /** What the characters were cut from, as `Dataset` names it; `own data` is neither what the report's network learnt from nor like it. */
  readonly name?: string;
  /** The pictures that the characters were cut from; needed with `real data`. */
  readonly captchas?: readonly Captcha[];
}

/** Opens the network that is asked for. By default the report's, which came with the kit; but the one that notebook 4 kept on this machine where the
 *  data are another kind of CAPTCHA (`own data`), or the profile is for longer trainings than `quick`, if there is one.
 *  Throws RangeError outside of the project, and as `loadModel` does. */
export async function openNetwork({
  network,
  name,
  captchas,
  ...which
}: OpenNetworkOptions): Promise<OpenNetwork> {
  const project = projectFolder(which.from);
  if (project === undefined) {
    throw new RangeError(
      'openNetwork: the working directory must lie in the captcha-lab project; elsewhere use loadModel(folder).',
    );
  }
  const kept = keptFolder(project, which);
  const wantsKept = network === undefined && (name === 'own data' || which.profile.name !== 'quick');
  if (wantsKept) await recoverFolder(kept);
  const origin = wantsKept && existsSync(kept) ? 'walkthrough' : 'shipped';
  const folder =
    origin === 'walkthrough' ? kept : path.join(project, SHIPPED_NETWORKS[network ?? 'report'].folder);
  const model = await loadModel(folder);
  try {
    const card = readNetworkCard(model, folder);
    const title = `${card.network} at ${card.width === 1 ? 'full width' : `${card.width} of its widths`}`;
    const keptAside = await keptAsideFrom(card, { name, captchas, ...which });
    return { model, card, origin, keptAside, scheme: schemeOfModel(model) ?? REPORT, title };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

async function keptAsideFrom(
  { data, measured }: NetworkCard,
  { name, captchas, characters, profile, from }: Omit<OpenNetworkOptions, 'network'>,
): Promise<Int32Array> {
  if (name === SHIPPED_NETWORKS.report.data && data === name && measured.part === 'test') {
    const split = captchas && (await reportSplit(captchas, { from }));
    if (split) return split.test;
    throw new RangeError(
      "openNetwork: captchas must be given with the report's pictures, or characters that the network learnt from could not be told from others; got none.",
    );
  }
  return splitByCharacter(characters, profile).validation;
}

/** A card in a few lines, for people. */
export function describeNetworkCard({ card, origin }: Pick<OpenNetwork, 'card' | 'origin'>): string {
  const { correct, n, part } = card.measured;
  const from = origin === 'walkthrough' ? 'trained by notebook 4 on this machine' : 'as it came with the kit';
  return [
    `network  ${card.network} at ${card.width === 1 ? "the report's widths" : `${card.width} of the report's widths`}, ${from}`,
    `trained  ${card.characters} characters of ${card.data}, ${quantity(card.epochs, 'epoch')}, pixels times ${Number(card.inputScale.toPrecision(3))}`,
    `reads    ${formatCount(correct, n)} of the ${part} characters`,
  ].join('\n');
}
