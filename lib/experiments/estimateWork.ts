import { VARIANTS } from '../augment';
import { describeNetwork } from '../model';
import type { Experiment } from './experiment';
import { epochsOf } from './epochsOf';
import type { Profile } from './profile';

/** Examples in the report's sets. */
const COUNTS = { train: 3224, 'train and validation': 4287, emnist: 45_600 } as const;
/** A step forward and back costs about three times a step forward. */
const TRAINING_FACTOR = 3;

/** Multiply-adds that a run on the report's data takes, about: what tells a long run from a short one. */
export function estimateWork(experiment: Experiment, profile: Profile): number {
  const { multiplyAdds } = describeNetwork(experiment.network, { width: profile.width });
  const examples = COUNTS[experiment.trainOn] * (experiment.augmentation ? VARIANTS.length : 1);
  return epochsOf(experiment, profile) * examples * multiplyAdds * TRAINING_FACTOR;
}
