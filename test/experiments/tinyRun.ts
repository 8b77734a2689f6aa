import type { CharacterSet } from 'captcha-lab/data';
import {
  EXPERIMENTS,
  PROFILES,
  type ExperimentData,
  type ExperimentResult,
  type Profile,
} from 'captcha-lab/experiments';
import { createRandom } from 'captcha-lab/random';

/** The report's networks at a sixty-fourth of their widths, for three epochs. */
export const TINY: Profile = {
  ...PROFILES.quick,
  width: 1 / 64,
  experimentEpochs: Object.fromEntries(
    EXPERIMENTS.map(({ name }) => [name, 3]),
  ) as Profile['experimentEpochs'],
};

/** 19 CAPTCHAs of noise, each class five times: enough for every class to be trained on, validated and tested. */
export function noiseData({ seed = 1, captchas = 19 } = {}): ExperimentData {
  return { name: 'own data', set: noiseSet(seed, captchas) };
}

export function noiseSet(seed: number, captchas: number): CharacterSet {
  const count = 5 * captchas;
  const random = createRandom(seed);
  return {
    count,
    width: 21,
    height: 38,
    pixels: Uint8Array.from({ length: count * 798 }, () => 255 * random.integer(2)),
    labels: Uint8Array.from({ length: count }, (_, example) => example % 19),
    captcha: Int32Array.from({ length: count }, (_, example) => Math.floor(example / 5)),
    position: Uint8Array.from({ length: count }, (_, example) => example % 5),
  };
}

/** What of a result does not depend on how fast it was made. */
export function outcome({ history, ...result }: ExperimentResult): unknown {
  const curves = { ...history, examplesPerSecond: [], seconds: [] };
  return { ...result, seconds: 0, peakMemoryMiB: 0, history: curves };
}
