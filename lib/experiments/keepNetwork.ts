import path from 'node:path';
import type { CharacterSet } from '../data';
import { saveModel } from '../model';
import { REPORT } from '../report';
import type { tf } from '../tensorflow';
import { fingerprint } from './fingerprint';
import type { NetworkCard } from './networkCard';
import type { Profile } from './profile';
import { projectFolder } from './projectFolder';

/** Which network of the walkthrough is meant. */
export interface WalkthroughNetwork {
  readonly profile: Profile;
  /** All characters of the data set. */
  readonly characters: CharacterSet;
  /** A folder within the project; the working directory by default. */
  readonly from?: string;
}

export interface KeepNetworkOptions extends WalkthroughNetwork {
  readonly card: NetworkCard;
}

/** Keeps a network that a notebook trained, for later notebooks with the same profile and data to take up by
 *  `openNetwork`. It takes the place of one kept earlier. Outside of the project nothing is kept.
 *  Throws the system's error when the project's folder `.cache` cannot be written. */
export async function keepNetwork(
  model: tf.LayersModel,
  { card, ...which }: KeepNetworkOptions,
): Promise<void> {
  const project = projectFolder(which.from);
  if (project === undefined) return;
  await saveModel(model, keptFolder(project, which), { metadata: { ...card }, scheme: REPORT });
}

/** Where the walkthrough's network lies in the project. @internal */
export function keptFolder(project: string, { profile, characters }: WalkthroughNetwork): string {
  return path.join(project, '.cache', 'networks', `${profile.name}-${fingerprint(characters)}`);
}
