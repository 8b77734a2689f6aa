import type { Experiment } from './experiment';
import type { Profile } from './profile';

/** Epochs of an experiment's whole run in a profile: those that its recipe is made for, else the profile's. */
export function epochsOf(
  { epochs, base }: Pick<Experiment, 'epochs' | 'base'>,
  { experimentEpochs }: Pick<Profile, 'experimentEpochs'>,
): number {
  return epochs ?? experimentEpochs[base];
}
